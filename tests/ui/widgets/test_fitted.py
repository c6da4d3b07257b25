"""A painted line has its width and no more segments than it needs to look as it does."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tests.ui.making import desk, open_session
from tui.text.cells import cells
from tui.ui.widgets.fitted import fitted, joined

PLAIN, BLUE = Style.parse("white on black"), Style.parse("blue on black")
LINE, RED = Style.parse("underline white on black"), Style.parse("white on red")
STYLES = (PLAIN, BLUE, LINE, RED)
PIECES = st.lists(
    st.tuples(st.sampled_from(["a", "字", " ", "  ", "b c"]), st.sampled_from(STYLES)), max_size=8
)


def painted(segments: list[Segment]) -> list[tuple[str, Style | None]]:
    """Every character with how it looks: blanks show no more than their ground and their line."""
    return [
        (character, style if character != " " or style == LINE else Style(bgcolor=style.bgcolor))
        for text, style, _ in segments
        for character in text
        if style is not None
    ]


@settings(deadline=None)
@given(PIECES, st.integers(1, 20))
def test_a_line_has_its_width_and_looks_the_same_however_it_is_joined(
    pieces: list[tuple[str, Style]], width: int
) -> None:
    segments = [Segment(text, style) for text, style in pieces]
    assert painted(joined(segments)) == painted(segments)
    made = fitted(segments, width, PLAIN)
    assert sum(cells(text) for text, _, _ in made) == width
    assert len(made) <= len(segments) + 1


def test_blanks_are_no_segments_of_their_own_unless_they_show() -> None:
    line = [Segment("  ", BLUE), Segment("ab", PLAIN), Segment(" ", BLUE), Segment("c", PLAIN)]
    assert joined(line) == [Segment("  ab c", PLAIN)]
    shown = [Segment("a", PLAIN), Segment(" ", LINE), Segment(" ", RED)]
    assert joined(shown) == shown


async def test_a_row_of_the_list_and_a_line_of_text_are_few_segments(tmp_path) -> None:  # type: ignore[no-untyped-def]
    async with desk(open_session(tmp_path)) as (app, _hands):
        rows = [list(app.screen.claim_list.render_line(y)) for y in range(4)]
        assert 4 <= max(map(len, rows)) <= 8
        blank = [list(app.screen.article_view.render_line(y)) for y in (1, 20)]
        assert max(map(len, blank)) <= 2
