"""Extraction is measured: overlaps pair up, tolerances hold, confidence is kept to its word."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tui.extract.evaluation import goldfile
from tui.extract.evaluation.evaluate import GoldClaim, calibration, evaluate, pair
from tui.extract.evaluation.goldfile import GoldError, gold_files, read_gold
from tui.extract.evaluation.same import Same
from tui.extract.packs.rules import RuleSet
from tui.model import FIELDS, Claim


def gold(start: int = 0, end: int = 3, **fields: Any) -> GoldClaim:
    given: dict[str, Any] = {"value": Decimal(5), "unit": "person", "subject": ("workers",)} | fields
    return GoldClaim(start=start, end=end, text="5", **given)


def claim(start: int = 0, end: int = 3, **fields: Any) -> Claim:
    given: dict[str, Any] = {"value": Decimal(5), "unit": "person", "subject": "workers"} | fields
    return Claim(id=f"a:{start}-{end}", article="a", start=start, end=end, **given)


def test_the_largest_overlap_pairs_first_and_one_to_one() -> None:
    golds = [gold(0, 4), gold(4, 10)]
    claims = [claim(0, 6), claim(3, 5), claim(20, 22)]
    assert pair(golds, claims) == {0: 0, 1: 1}


def test_counts_shares_and_faults(rules: RuleSet) -> None:
    golds = [gold(0, 3), gold(10, 13), gold(20, 23)]
    claims = [claim(0, 3), claim(10, 13, value=Decimal(6), unit="t"), claim(30, 33)]
    result = evaluate({"x": golds}, {"x": claims}, rules)
    shares = result.total.shares()
    assert (shares["found"], shares["precision"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (shares["value"], shares["unit"], shares["bound"]) == (0.5, 0.5, 1.0)
    assert shares["touchless"] == pytest.approx(1 / 3)
    assert result.total.keys == 1 + (3 + 2 * 2) + 15 + 1
    assert [(fault.gold, fault.claim, fault.fields) for fault in result.faults] == [
        (golds[1], claims[1], ("value", "unit")),
        (golds[2], None, ()),
        (None, claims[2], ()),
    ]


def test_an_article_without_claims_counts_as_missed(rules: RuleSet) -> None:
    result = evaluate({"x": [gold()]}, {}, rules)
    assert (result.total.gold, result.total.met) == (1, 0)
    assert set(result.total.shares().values()) <= {0.0, 15.0}


@pytest.mark.parametrize(
    ("name", "found", "wanted", "same"),
    [
        ("value", Decimal("5.0"), Decimal(5), True),
        ("value", (Decimal(5), Decimal(6)), (Decimal(5), Decimal(6)), True),
        ("value", (Decimal(5), Decimal(6)), Decimal(5), False),
        ("value", Decimal(-5), Decimal(5), False),
        ("unit", "Person", "person", True),
        ("unit", "company", "enterprise", True),
        ("unit", "vocational school", "vocational schools", True),
        ("unit", "km", "t", False),
        ("unit", "t", "m", False),
        ("per", None, None, True),
        ("per", "d", "day", True),
        ("per", None, "day", False),
        ("bound", "exact", "exact", True),
        ("bound", "over", "exact", False),
        ("subject", "new urban jobs created", ("new urban jobs",), True),
        ("subject", "prices", ("new urban jobs", "jobs"), False),
        ("subject", "new urban jobs in a very long and winding phrase of words", ("jobs",), False),
        ("subject", "城镇新增就业人数", ("城镇新增就业",), True),
        ("subject", "", (None,), True),
        ("subject", "", ("jobs",), False),
        ("place", "Dingxi City", ("Dingxi",), True),
        ("place", "兰溪市", ("兰溪",), True),
        ("place", None, ("Dingxi", None), True),
        ("place", "Oslo", ("Dingxi",), False),
        ("period", "2021-12", ("2021",), True),
        ("period", "2021/..", ("2021-03/..",), True),
        ("period", "2021/..", ("2021",), False),
        ("period", "2020/2022", ("2020-01/2022-05",), True),
        ("period", None, "2021", False),
        ("status", "planned", "actual", False),
    ],
)
def test_when_two_fields_are_the_same(
    rules: RuleSet, name: str, found: object, wanted: object, same: bool
) -> None:
    assert Same(rules).field(name, found, wanted) is same


def test_a_claim_equal_to_its_gold_is_right_in_every_field(rules: RuleSet) -> None:
    same = Same(rules)
    assert all(same.field(name, getattr(claim(), name), getattr(gold(), name)) for name in FIELDS)


def test_calibration_compares_promise_and_truth() -> None:
    pairs = [(0.95, True), (0.97, False), (0.55, True), (1.0, True)]
    rows = calibration(pairs)
    assert [(row.low, row.claims, row.right) for row in rows] == [(0.5, 1, 1.0), (0.95, 3, 2 / 3)]
    assert rows[1].sure == pytest.approx((0.95 + 0.97 + 1.0) / 3)
    assert sum(row.claims for row in rows) == len(pairs)


def test_gold_is_read_with_alternatives_and_exact_values(tmp_path: Path) -> None:
    row = {
        "start": 0,
        "end": 3,
        "text": "5.1",
        "value": [5.1, 6],
        "unit": "person",
        "subject": ["a", None],
        "place": None,
        "period": "2021",
    }
    (tmp_path / "x.gold.jsonl").write_text(json.dumps(row) + "\n\n")
    (tmp_path / "x.txt").write_text("5.1")
    ((path, article),) = gold_files(tmp_path).values()
    assert article == tmp_path / "x.txt"
    (found,) = read_gold(path)
    assert found.value == (Decimal("5.1"), Decimal(6))
    assert found.subject == ("a", None)


def test_gold_that_cannot_be_read_is_told_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.gold.jsonl"
    path.write_text('{"start": 1}\n')
    with pytest.raises(GoldError, match=r"x\.gold\.jsonl:1: "):
        read_gold(path)
    with pytest.raises(GoldError, match=r"x\.txt is not beside it"):
        gold_files(tmp_path)
    monkeypatch.setattr(goldfile, "MAX_BYTES", 2_000_000)
    with path.open("wb") as file:
        file.truncate(goldfile.MAX_BYTES + 1)
    with pytest.raises(GoldError, match=r"x\.gold\.jsonl: larger than 2 MB"):
        read_gold(path)
