from collections.abc import Iterable

from msgspec import structs

from tests.ui.making import chinese, english
from tui.model import Claim
from tui.ui.fixing.suggest import SHOWN, Seen


def seen() -> Seen:
    return counted([*english()[1], *chinese()[1]])


def counted(claims: Iterable[Claim]) -> Seen:
    known = Seen()
    for claim in claims:
        known.add(claim)
    return known


def test_values_of_the_article_come_first_then_those_of_the_session():
    article = chinese()[0].id
    assert seen().suggest("unit", article)[:2] == ["person", "person-time"]
    assert set(seen().suggest("unit", article)) == {"person", "person-time", "job", "%"}


def test_what_is_typed_finds_the_nearest_value_a_beginning_before_all():
    assert seen().suggest("subject", "", "unem")[0] == "unemployment rate"
    assert seen().suggest("subject", "", "urban")[0] == "new urban jobs"
    assert seen().suggest("subject", "", "\u57f9\u8bad")[0] == "\u57f9\u8bad\u804c\u5de5"


def test_a_vocabulary_adds_what_no_claim_holds_yet():
    known = seen()
    known.offer("unit", "household")
    assert "household" in known.suggest("unit", "", "hous")


def test_never_more_than_nine_are_offered():
    claim = english()[1][0]
    many = counted(structs.replace(claim, subject=f"kind {n}") for n in range(100))
    assert len(many.suggest("subject", claim.article)) == SHOWN
    assert len(many.suggest("subject", claim.article, "kind")) == SHOWN


def test_what_is_typed_may_be_what_a_value_is_called():
    known = seen()
    for name in ("new_jobs", "jobless_rate", "wage"):
        known.offer("indicator", name)
    called = {"new_jobs": ("jobs added", "新增就业", "就业新增"), "jobless_rate": ("失业率",)}
    for typed, found in (
        ("新增", "new_jobs"),
        ("失业率", "jobless_rate"),
        ("added", "new_jobs"),
        ("wag", "wage"),
    ):
        offered = known.suggest("indicator", "", typed, called=lambda value: called.get(value, ()))
        assert offered[0] == found
        assert len(set(offered)) == len(offered)
