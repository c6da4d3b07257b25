"""Draws the pictures of the README from the real app, over the seeds and some bulletins made up.

usage: python -m tests.tools.pictures [--png DIR]

``--png`` writes PNG beside them with rsvg-convert, to look at.
"""

import argparse
import asyncio
import re
import shutil
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from html import unescape
from pathlib import Path

from rich.cells import cell_len

from tests.driving.wire import Typist, WireDriver
from tui.ui.app import DeskApp
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.theme import DARK, LIGHT
from tui.workspace import start

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "tests" / "pictures"

CELL = 12.2  # the width that rich gives a cell
TEXT = re.compile(r'(<text [^>]*textLength=")([\d.]+)("[^>]*>)([^<]*)')

Scene = Callable[[Typist], Awaitable[None]]


async def desk(hands: Typist) -> None:
    """The fourth article, some of it decided."""
    await hands.press("J", "J", "J", *"aaaraaaaa")


async def fix(hands: Typist) -> None:
    """The fix form with a field being typed into."""
    await desk(hands)
    await hands.press("f", "s")


async def chinese(hands: Typist) -> None:
    """The Chinese article."""
    await hands.press("J", "J", *"aaaaaa")


async def summary(hands: Typist) -> None:
    """The facts of three years and two sources that disagree on one of them."""
    ids = hands.app.screen.ids
    await hands.press(*str(len(ids)), "a", "c")
    await hands.settle(lambda: hands.app.screen.ready)
    await hands.press("s", "n")


SCENES: dict[str, tuple[Scene, tuple[int, int], str]] = {
    "desk": (desk, (120, 36), DARK),
    "fix": (fix, (120, 36), DARK),
    "chinese": (chinese, (120, 36), LIGHT),
    "summary": (summary, (120, 36), DARK),
}

# Made-up bulletins for what the seeds have nothing to show of: figures over several years.
BULLETINS = {
    "annual.txt": (
        "River County in figures\n\n"
        "In 2020 River County created 38,400 new urban jobs.\n"
        "In 2021 River County created 41,200 new urban jobs.\n"
        "In 2022 River County created 47,900 new urban jobs.\n"
        "In 2023 River County created 52,300 new urban jobs.\n"
        "In 2022 the registered urban unemployment rate of River County was 3.4%.\n"
        "In 2023 the registered urban unemployment rate of River County was 3.1%.\n"
        "In 2023 River County held 214 job fairs.\n"
    ),
    "gazette.txt": (
        "A good year for River County\n\n"
        "In 2023 River County created 55,000 new urban jobs, the Gazette has learned.\n"
        "In 2023 Hill City created over 90,000 new urban jobs.\n"
    ),
}


def articles_of(name: str, folder: Path) -> list[str]:
    """The files that a scene is played over."""
    if name != "summary":
        return [str(path.relative_to(ROOT)) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    for file, text in BULLETINS.items():
        (folder / file).write_text(text, encoding="utf-8")
    return [str(folder / file) for file in BULLETINS]


async def draw(name: str, folder: Path) -> None:
    """Play one scene and save its picture."""
    scene, size, theme = SCENES[name]
    opened = start(articles_of(name, folder), session=str(folder / "employment.yaml"), reviewer="reviewer")
    app = DeskApp(opened, reviewer="reviewer")
    app.driver_class = WireDriver
    async with app.run_test(headless=False, size=size):
        hands = Typist(app)
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.article))
        app.theme = theme
        await scene(hands)
        await hands.settle()
        svg = app.export_screenshot(title="factdesk")
        app.leave()
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(portable(svg), encoding="utf-8")


def portable(svg: str) -> str:
    """The picture without fonts to fetch, and with wide characters as wide as two cells."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    return TEXT.sub(lambda m: f"{m[1]}{cell_len(unescape(m[4])) * CELL:g}{m[3]}{m[4]}", svg)


def main() -> None:
    """Draw all pictures, or the ones named."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=list(SCENES))
    parser.add_argument("--png", type=Path, metavar="DIR")
    args = parser.parse_args()
    for name in args.names:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(draw(name, Path(folder)))
        if args.png:
            tool = shutil.which("rsvg-convert")
            if not tool:
                raise SystemExit("rsvg-convert is not installed")
            target = args.png / f"{name}.png"
            subprocess.run([tool, "-w", "1400", PICTURES / f"{name}.svg", "-o", target], check=True)


if __name__ == "__main__":
    main()
