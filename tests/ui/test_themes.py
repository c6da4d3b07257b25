"""The colours: readable in every theme, and states that the colour-blind can tell apart."""

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from rich.color_triplet import ColorTriplet
from textual.geometry import Region

from tests.ui.making import chinese, claim_on, desk, english, open_session
from tui.articles import article_from_text
from tui.storage import Settings
from tui.ui.theme import COLOUR_BLIND, CONTRAST, DARK, LIGHT, THEME_NAMES
from tui.ui.widgets.marks import CURRENT, DOUBT, FALL, NOTE, PLANNED, RISE, STATE_MARKS

LEAST = {DARK: 4.5, LIGHT: 4.5, COLOUR_BLIND: 4.5, CONTRAST: 7.0}
LEAST_OF_MARKS = 3.0
MARKS = {
    *STATE_MARKS.values(),
    CURRENT,
    DOUBT,
    NOTE,
    PLANNED,
    RISE,
    FALL,
    *"<>~\u2265\u2264\u2192\u21e5\u21b5\u25c2",
}
STATES = ("pending", "accepted", "fixed", "rejected", "skipped")
# What people without the cones for red, or for green, see of a colour in linear light
# (Viénot, Brettel and Mollon 1999).
BLINDNESS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
GREYS = {"grey", "30", "37", "39", "40", "47", "49", "90", "97", "100", "107"} | {
    f"256: {n}" for n in range(232, 256)
}
Linear = tuple[float, float, float]


def linear(colour: ColorTriplet) -> Linear:
    parts = [part / 255 for part in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def luminance(colour: Linear) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The ratio of WCAG 2."""
    dark, light = sorted((luminance(linear(one)), luminance(linear(other))))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: Linear, kind: str) -> Linear:
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, colour, strict=True)), 0.0), 1.0) for row in BLINDNESS[kind]
    )
    return red, green, blue


def lab(colour: Linear) -> Linear:
    red, green, blue = colour
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Linear, other: Linear) -> float:
    """The distance of two colours in CIE Lab: 2.3 is just noticeable."""
    return sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5


def own(app) -> Region:
    """The part of the terminal that the screen draws itself: what is behind a page is dimmed."""
    return Region.from_union([child.region for child in app.screen.children if child.display])


def is_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def is_mark(text: str) -> bool:
    """Whether a piece is a sign that means something; lines and empty bars may be faint."""
    return not is_word(text) and bool(MARKS & set(text))


def drawn(app, wanted: Callable[[str], bool]) -> Iterator[tuple[str, ColorTriplet, ColorTriplet]]:
    """Every such piece of the screen with its colour and its background."""
    within = own(app)
    strips = app.screen._compositor.render_strips()
    for strip in strips[within.y : within.bottom]:
        for text, style, _control in strip.crop(within.x, within.right):
            if style and wanted(text):
                yield text, style.color.get_truecolor(), style.bgcolor.get_truecolor()


def colours_of_the_terminal(app) -> set[str]:
    """Pieces of the screen in colours that every terminal shows as it likes."""
    return {
        text
        for strip in app.screen._compositor.render_strips()
        for text, style, _control in strip
        for colour in (style.color, style.bgcolor)
        if text.strip() and (colour is None or colour.triplet is None)
    }


def furniture():
    """An article with text that is dimmed, and claims of every kind."""
    text = (
        "Trees in spring\n2024-03-01 10:00\n\n"
        "The town planted 4,100 trees, up 12%. It was the 3rd. Another 55 fell.\n\n"
        "Copyright Town Daily. All rights reserved.\n"
    )
    article = article_from_text(text, "trees.txt")
    claims = [
        claim_on(article, "4,100", subject="trees", doubts=("unit guessed",), period="2024"),
        claim_on(article, "12%", measure="growth", bound="about", place="Town", confidence=0.5),
        claim_on(article, "3rd", measure="rank", status="planned"),
    ]
    return article, claims


def too_faint(app, least: float, wanted: Callable[[str], bool] = is_word) -> list[str]:
    return [
        f"{text.strip()!r} {front.hex} on {back.hex}: {contrast(front, back):.1f}"
        for text, front, back in drawn(app, wanted)
        if contrast(front, back) < least
    ]


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_every_text_stands_out_from_its_background(tmp_path: Path, theme: str):
    opened = open_session(tmp_path, [english(), chinese(), furniture()])
    async with desk(opened, settings=Settings(theme=theme), size=(120, 40)) as (app, hands):
        await app.workers.wait_for_complete()
        faint = []
        marks: set[str] = set()
        for keys in (
            ["a", "r", "x", "space"],
            ["J", "f", "b", "s"],
            ["escape", "escape", "m", *"note", "enter"],
            ["/", *"planted", "enter"],
            ["escape", "V", "j"],
            ["escape", "v", "l"],
            ["escape", "\\", *"nonsense:x"],
            ["escape", "escape", "w"],
            ["escape", "W"],
            ["W", "H"],
            ["H", "i"],
            ["escape", "c"],
            ["c"],
            ["c", "escape", "F"],
            ["x"],
            ["escape", "escape", "A"],
            ["i"],
            ["escape", "?"],
        ):
            await hands.press(*keys)
            await hands.settle(lambda: own(app).area > 0)
            faint += too_faint(app, LEAST[theme]) + too_faint(app, LEAST_OF_MARKS, is_mark)
            assert colours_of_the_terminal(app) == set()
            marks |= {text for text, _front, _back in drawn(app, is_mark)}
    assert sorted(set(faint)) == []
    assert set("".join(marks)) >= {STATE_MARKS["accepted"], STATE_MARKS["pending"], CURRENT, RISE}


@pytest.mark.parametrize("theme", THEME_NAMES)
async def test_the_list_of_sessions_can_be_read(tmp_path: Path, theme: str):
    open_session(tmp_path).close()
    (tmp_path / "sessions" / "bad.yaml").write_text("- [")
    async with desk(None, settings=Settings(theme=theme), folder=tmp_path) as (app, hands):
        faint = too_faint(app, LEAST[theme])
        assert colours_of_the_terminal(app) == set()
        await hands.press("n")
        assert faint + too_faint(app, LEAST[theme]) == []


def state_colours(app) -> dict[str, ColorTriplet]:
    """The colour of each state's mark in the article."""
    view = app.screen.article_view
    return {state: view._painted.style(state, "mark").color.get_truecolor() for state in STATES}


@pytest.mark.parametrize("kind", BLINDNESS)
async def test_the_colour_blind_can_tell_the_states_apart(tmp_path: Path, kind: str):
    async with desk(open_session(tmp_path), settings=Settings(theme=COLOUR_BLIND)) as (app, _hands):
        hues = state_colours(app)
    colours = {state: seen(linear(colour), kind) for state, colour in hues.items()}
    close = {
        (one, other): round(difference(colours[one], colours[other]))
        for one, other in combinations(STATES, 2)
        if difference(colours[one], colours[other]) < 20
    }
    assert close == {}


async def test_without_colours_the_marks_still_tell_the_states(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("a", "r", "space", "f", "b", "enter")
        assert app.no_color
        drawn_so_far = "".join(app._driver.output)
        text = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        for state in STATES:
            assert STATE_MARKS[state] in text
    codes = {code for sequence in re.findall(r"\x1b\[([\d;]*)m", drawn_so_far) for code in coloured(sequence)}
    assert codes
    assert codes <= GREYS


def coloured(sequence: str) -> Iterator[str]:
    """The colours that an SGR sequence sets, as its codes or as a triple."""
    codes = iter(sequence.split(";"))
    for code in codes:
        if code in {"38", "48"}:
            if next(codes) == "5":
                yield f"256: {next(codes)}"
            else:
                red, green, blue = next(codes), next(codes), next(codes)
                yield "grey" if red == green == blue else f"{red} {green} {blue}"
        elif code.isdigit() and int(code) >= 30:
            yield code
