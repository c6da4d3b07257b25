from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.widgets.claims import claim
from tests.ui.widgets.showing import alone, shown
from tui.model import FieldValue
from tui.ui.i18n import use_language
from tui.ui.labels import value_label
from tui.ui.widgets.claim_fields import Facts, value_text
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.lines import fit_pieces, pieces_cells

GROWN = claim(
    0,
    value=Decimal("14.5"),
    unit="%",
    measure="growth",
    confidence=0.97,
    doubts=("no place is named",),
    why={"value": "en.numeral.digits"},
)


@pytest.mark.parametrize("width", [30, 39, 44, 60, 120])
async def test_every_field_is_shown_at_every_width(width: int) -> None:
    detail = ClaimDetail()
    async with alone(detail, width=width, height=14):
        detail.show(Facts(GROWN, "14.5%"))
        text = "\n".join(shown(detail))
        for word in (
            "14.5",
            "%",
            "grow",
            "new urban jobs",
            "Ding",
            "2025",
            "exact",
            "actual",
            "97 % sure",
            "pending",
        ):
            assert word in text, word
        assert "no place is named"[: width - 4] in text


@pytest.mark.parametrize(("width", "height"), [(37, 11), (49, 11), (60, 7)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_a_long_number_is_whole_beside_the_longest_of_the_closed_fields(
    width: int, height: int, language: str
) -> None:
    use_language(language)
    detail = ClaimDetail()
    try:
        async with alone(detail, width=width, height=height) as pilot:
            detail.styles.height = height
            await pilot.pause()
            detail.show(Facts(claim(0, value=Decimal(320_000_000), status="planned"), "320 million"))
            text = "\n".join(shown(detail))
            assert "320,000,000 " in text
            assert f"{value_label('planned')} " in text
    finally:
        use_language("en")


async def test_a_low_pane_still_tells_the_first_doubt() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=38, height=14) as pilot:
        detail.styles.height = 8
        await pilot.pause()
        detail.show(Facts(GROWN, "14.5%"))
        text = "\n".join(shown(detail))
        for word in ("14.5", "growth", "new urban jobs", "Dingxi", "2025", "actual", "? no place is named"):
            assert word in text, word


async def test_a_narrow_pane_gives_long_fields_a_line() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=38, height=14):
        detail.show(Facts(claim(1, place="Linping District of Hangzhou"), "1"))
        assert any("Linping District of Hangzhou" in line for line in shown(detail))


async def test_shows_what_a_fix_changed_from_and_to() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=70, height=14):
        fixed = claim(0, value=Decimal(42000), place="Dingxi City")
        detail.show(
            Facts(fixed, "4.2", "fixed", original=claim(0, value=Decimal("4.2")), by="Ren", note="see page 2")
        )
        text = "\n".join(shown(detail))
        assert "4.2 → 42,000" in text
        assert "Dingxi → Dingxi City" in text
        assert "new urban jobs → " not in text
        assert "✉ see page 2" in text
        assert "fixed" in text
        assert "Ren" in text


async def test_shows_the_rules_that_set_the_fields() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=70, height=14):
        detail.show(Facts(GROWN, "14.5%"))
        assert "en.numeral.digits" not in "\n".join(shown(detail))
        detail.side = "why"
        assert any("14.5" in line and "en.numeral.digits" in line for line in shown(detail))


async def test_paints_only_the_lines_that_changed_and_keeps_its_height() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=70, height=20) as pilot:
        detail.show(Facts(claim(1), "1"))
        await pilot.pause()
        height = detail.size.height
        detail.counted.reset()
        detail.show(Facts(claim(1, place="Lanzhou"), "1"))
        assert detail.counted.repaints == 1
        detail.show(Facts(claim(1, doubts=("a", "b", "c", "d"), place="x" * 300), "1"))
        await pilot.pause()
        assert detail.size.height == height
        detail.show(None)
        assert all(not line.strip(" ─") for line in shown(detail))


async def test_hostile_claims_are_only_text() -> None:
    detail = ClaimDetail()
    async with alone(detail, width=60, height=14):
        evil = "[/]\x1b[31m\u202e\n[@click=app.quit]"
        detail.show(
            Facts(claim(1, subject=evil, unit=evil, place=evil, doubts=(evil,)), evil, note=evil, reason=evil)
        )
        for line in shown(detail):
            assert cell_len(line) == 60
            assert not any(ord(char) < 32 or char == "\u202e" for char in line)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(9545000000), "9,545,000,000"),
        (Decimal("-0.50"), "-0.50"),
        (Decimal("1E+6"), "1,000,000"),
        ((Decimal(5), Decimal(6)), "5–6"),
        (None, "–"),
        ("", "–"),
        ("person", "person"),
    ],
)
def test_values_read_well(value: FieldValue, text: str) -> None:
    assert value_text(value) == text


@given(
    st.lists(st.tuples(st.sampled_from(["a", "中文", "14.5%", ""]), st.just("x")), max_size=8),
    st.integers(0, 20),
)
@settings(deadline=None)
def test_pieces_never_exceed_their_room(pieces: list[tuple[str, str]], width: int) -> None:
    assert pieces_cells(fit_pieces(pieces, width)) <= width


@pytest.mark.parametrize(("width", "whole"), [(38, False), (60, True)])
async def test_an_indicator_that_does_not_fit_with_its_id_is_told_by_its_name(
    width: int, *, whole: bool
) -> None:
    detail = ClaimDetail()
    names = {"indicator": "new urban jobs in towns \u00b7 new_urban_jobs"}
    async with alone(detail, width=width, height=14):
        detail.show(Facts(claim(0, indicator="new_urban_jobs"), "5", values=names))
        text = "\n".join(shown(detail))
        assert "new urban jobs in towns" in text
        assert ("new_urban_jobs" in text) is whole
        assert "\u2026" not in text
