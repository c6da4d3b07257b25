"""Confidence falls by what there is to doubt, and the doubts are told in words."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract import drafting
from tui.extract.confidence import BEST, UNKNOWN_DOUBT, score, together
from tui.extract.document import Dated, Document, Draft, Mention, Sentence
from tui.extract.packs.rules import RuleSet, load_rules
from tui.model import Article
from tui.model.edtf import parse_period

TEXT = "Jobs rose in May. Rents fell by 5.\n"


def doubted(rules: RuleSet, draft: Draft, **about: object) -> tuple[float, list[str]]:
    document = Document(Article(id="a", path="", text=TEXT, sha256="", language="en"))
    document.sentences = [Sentence(0, 17, TEXT[:17], "en", 0), Sentence(18, 34, TEXT[18:34], "en", 0)]
    for name, value in about.items():
        setattr(document, name, value)
    document.drafts = [draft]
    score(document, rules)
    return float(draft.fields["confidence"] or 0), draft.doubts


def alone(sure: float) -> float:
    """The confidence of an article's only claim that is so sure by itself."""
    return round(together([sure])[0], 3)


def claim(**fields: str | None) -> Draft:
    draft = Draft(32, 33, "5", 1, 5)  # type: ignore[arg-type]
    for name, value in fields.items():
        draft.set(name, value, f"rule.{name}")
    return draft


def rules_with(folder: Path, *entries: str) -> RuleSet:
    (folder / "pack.yaml").write_text("name: mine\noff: [" + ", ".join(BUILT_IN) + "]\n")
    (folder / "doubts.yaml").write_text("".join(f"- {{{entry}}}\n" for entry in entries))
    loaded = load_rules([folder])
    assert loaded.problems == ()
    return loaded


BUILT_IN = [
    rule.id
    for pack in drafting.rules().packs
    for kind, entries in pack.entries.items()
    for rule in entries.values()
    if kind.__name__ == "DoubtRule"
]


@pytest.mark.parametrize(
    ("published", "period", "lowered"),
    [
        (None, "2021-05", True),
        (None, None, True),
        ("2021-06-01", "2021-05", False),
        ("2021-06-01", None, False),
        ("XXXX-06-01", "2021-05", True),
    ],
)
def test_a_year_that_neither_the_article_nor_the_sentence_names_is_doubted(
    tmp_path, published, period, lowered
):
    rules = rules_with(tmp_path, "id: x, doubt: year, factor: 0.5, field: period, where: undated")
    article = Article(id="a", path="", text=TEXT, sha256="", language="en", published=published)
    assert doubted(rules, claim(period=period), article=article)[1] == (["year"] if lowered else [])


def test_a_year_that_the_sentence_names_is_not_doubted_for_want_of_a_date(tmp_path):
    rules = rules_with(tmp_path, "id: x, doubt: year, factor: 0.5, field: period, where: undated")
    told = Sentence(18, 34, "Rents fell in 2021 by 5.", "en", 0)
    assert (
        doubted(rules, claim(period="2021"), sentences=[Sentence(0, 17, TEXT[:17], "en", 0), told])[1] == []
    )


@pytest.mark.parametrize(("guessed", "odd"), [(True, ["year"]), (False, [])])
def test_a_year_that_the_text_hardly_tells_is_doubted_as_a_guess(
    guessed: bool, odd: list[str], tmp_path: Path
) -> None:
    rules = rules_with(tmp_path, "id: x, doubt: year, factor: 0.5, field: period, where: guessed")
    assert doubted(rules, claim(period="2021-05"), year_guessed=guessed)[1] == odd


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ("field: place, matches: ''", {}),
        ("field: place, matches: 'O.*'", {"place": "Oslo"}),
        ("field: place, by: 'rule\\.p.*'", {"place": "Oslo"}),
        ("field: period, where: away", {"period": "2021-05"}),
        ("roles: [body]", {}),
    ],
)
def test_what_holds_of_a_claim_lowers_its_confidence(
    entry: str, fields: dict[str, str], tmp_path: Path
) -> None:
    rules = rules_with(tmp_path, f"id: m, doubt: odd, factor: 0.5, {entry}")
    assert doubted(rules, claim(**fields)) == (alone(BEST / 2), ["odd"])


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        ("field: place, matches: ''", {"place": "Oslo"}),
        ("field: place, matches: 'O'", {"place": "Oslo"}),
        ("field: place, by: 'rule'", {"place": "Oslo"}),
        ("field: period, where: away", {}),
        ("field: period, where: beside", {}),
        ("field: place, matches: '', most: 0.5", {"place": "Oslo"}),
        ("roles: [title]", {}),
    ],
)
def test_what_does_not_hold_leaves_it(entry: str, fields: dict[str, str], tmp_path: Path) -> None:
    rules = rules_with(tmp_path, f"id: m, doubt: odd, factor: 0.5, {entry}")
    assert doubted(rules, claim(**fields)) == (alone(BEST), [])


def test_what_the_sentence_names_itself_is_not_from_elsewhere(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "id: m, doubt: odd, factor: 0.5, field: period, where: away")
    may = parse_period("2021-05")
    here, there = Dated(20, 22, "t", period=may), Dated(13, 16, "t", period=may)
    assert doubted(rules, claim(period="2021-05"), times=[there, here]) == (alone(BEST), [])
    assert doubted(rules, claim(period="2021-05"), times=[there])[1] == ["odd"]


def test_the_place_that_the_article_is_about_is_from_nowhere_else(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "id: m, doubt: odd, factor: 0.5, field: place, where: away")
    assert doubted(rules, claim(place="Oslo"), home=Mention(0, 0, "Bergen", "t"))[1] == ["odd"]
    assert doubted(rules, claim(place="Oslo"), home=Mention(0, 0, "Oslo", "t"))[1] == []


@pytest.mark.parametrize(
    ("place", "named", "odd"),
    [
        ("Oslo", ["Oslo"], False),
        ("Oslo", ["Oslo", "Bergen"], True),
        ("Oslo", ["Bergen"], True),
        (None, ["Bergen"], True),
        (None, [], False),
    ],
)
def test_another_place_in_the_sentence_is_doubted(
    place: str | None, named: list[str], odd: bool, tmp_path: Path
) -> None:
    rules = rules_with(tmp_path, "id: m, doubt: odd, factor: 0.5, field: place, where: beside")
    mentions = [Mention(20 + at, 21 + at, name, "t") for at, name in enumerate(named)]
    elsewhere = Mention(2, 4, "Tromsø", "t")
    assert doubted(rules, claim(place=place), places=[elsewhere, *mentions])[1] == ["odd"] * odd


@pytest.mark.parametrize(("unknown", "odd"), [(0, False), (2, False), (3, True), (4, True)])
def test_what_most_claims_of_an_article_have_puts_all_of_them_in_doubt(
    unknown: int, odd: bool, tmp_path: Path
) -> None:
    rules = rules_with(tmp_path, "id: m, doubt: odd, factor: 0.5, field: indicator, matches: '', most: 0.75")
    document = Document(Article(id="a", path="", text=TEXT, sha256="", language="en"))
    document.sentences = [Sentence(0, 34, TEXT[:34], "en", 0)]
    document.drafts = [
        Draft(n, n + 1, "5", 0, Decimal(5), fields={"indicator": "" if n < unknown else "rents"})
        for n in range(4)
    ]
    score(document, rules)
    assert [draft.doubts for draft in document.drafts] == [["odd"] * odd] * 4


def test_the_same_doubt_counts_once_and_a_silent_one_is_not_told(tmp_path: Path) -> None:
    rules = rules_with(
        tmp_path,
        "id: a, doubt: odd, factor: 0.5, field: place, matches: '', silent: true",
        "id: b, doubt: odd, factor: 0.1, field: period, matches: '', silent: true",
    )
    assert doubted(rules, claim()) == (alone(BEST / 2), [])


def test_a_doubt_of_a_stage_that_no_rule_weighs_counts_all_the_same(tmp_path: Path) -> None:
    rules = rules_with(tmp_path, "id: a, doubt: odd, factor: 0.5, field: unit, matches: x")
    draft = claim()
    draft.doubts.append("strange")
    assert doubted(rules, draft) == (alone(BEST * UNKNOWN_DOUBT), ["strange"])


SURE = st.lists(st.floats(0.001, BEST), min_size=2, max_size=8)


@given(sure=SURE, more=st.floats(0.001, BEST))
def test_a_claim_is_the_surer_the_surer_it_and_the_others_of_its_article_are(
    sure: list[float], more: float
) -> None:
    before = together(sure)
    assert all(0 < each < 1 for each in before)
    raised = together([max(sure[0], more), *sure[1:]])
    assert all(now >= was for was, now in zip(before, raised, strict=True))
    assert raised[0] > before[0] or more < sure[0] + 1e-6


def test_claims_keep_their_order_within_an_article_whose_doubts_lower_all_of_them() -> None:
    sound, doubtful = together([BEST, BEST, BEST]), together([BEST, 0.5, 0.4])
    assert sound[0] > 0.9 > doubtful[0] > doubtful[1] > doubtful[2]
