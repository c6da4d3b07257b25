"""A small session with claims that no change of the rules moves."""

import asyncio
from contextlib import asynccontextmanager
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import structs

from tests.driving.wire import Typist, WireDriver
from tui.articles import article_from_text
from tui.extract import extract
from tui.extract.packs.rules import RuleSet, load_rules
from tui.model import Article, Claim, Session
from tui.review.renewal import Renewal
from tui.storage import SessionFile, Settings
from tui.ui.app import DeskApp
from tui.ui.i18n import use_language
from tui.workspace import OpenSession

PAINTS = 0.03  # seconds within which what was made at the start is painted, too
ENGLISH = (
    "River County employment in 2023\n"
    "\n"
    "River County created over 5,200 new urban jobs in 2023, up 4.5% year on year. "
    "Training reached 830 workers. The unemployment rate stayed below 5%. "
    "Another 64 firms opened in spring.\n"
)
CHINESE = "清河县就业稳中向好\n\n2023年，清河县新增城镇就业5200人，同比增长4.5%，培训职工1.3万人次。\n"
HOSTILE = (
    "[/] [@click=app.quit]press[/] [red]\n\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eabc\u202c \x00 "
    "[bold]made 77 things\x1b[0m [yaml]\n"
)


def claim_on(article: Article, text: str, *, after: str = "", **fields: Any) -> Claim:
    """A claim on the first place where ``text`` stands behind ``after``."""
    start = article.text.index(after + text) + len(after)
    end = start + len(text)
    fields = {"value": Decimal(1), "unit": "person", "subject": "people", "confidence": 0.9, **fields}
    return Claim(id=f"{article.id}:{start}-{end}", article=article.id, start=start, end=end, **fields)


def english() -> tuple[Article, list[Claim]]:
    article = article_from_text(ENGLISH, "river.txt")
    return article, [
        claim_on(article, "5,200", value=Decimal(5200), unit="job", bound="over", subject="new urban jobs"),
        claim_on(article, "4.5%", value=Decimal("4.5"), unit="%", measure="growth", subject="new urban jobs"),
        claim_on(article, "830", value=Decimal(830), subject="workers", doubts=("unit guessed",)),
        claim_on(article, "5%", after="below ", value=Decimal(5), unit="%", subject="unemployment rate"),
    ]


def chinese() -> tuple[Article, list[Claim]]:
    article = article_from_text(CHINESE, "qinghe.txt")
    return article, [
        claim_on(article, "5200", value=Decimal(5200), place="清河县", subject="新增城镇就业"),
        claim_on(article, "1.3万", value=Decimal(13000), unit="person-time", subject="培训职工"),
    ]


def hostile() -> tuple[Article, list[Claim]]:
    article = article_from_text(HOSTILE, "[/]\x1b[2Jfile.txt")
    evil = "[/] [@click=app.quit]x[/] \x1b[2J\x9b31m\u202e\x00"
    return article, [
        claim_on(
            article,
            "77",
            unit=evil,
            subject=evil,
            place=evil,
            period="2023",
            doubts=(evil,),
            why={"unit": evil},
        )
    ]


def open_session(
    folder: Path, parts: list[tuple[Article, list[Claim]]] | None = None, *, name: str = "work"
) -> OpenSession:
    """A session file with these articles, open for review."""
    parts = parts if parts is not None else [english(), chinese()]
    session = Session(
        name=name,
        created="2026-01-02T03:04:05Z",
        articles=tuple(article for article, _ in parts),
        claims=tuple(claim for _, claims in parts for claim in claims),
    )
    opened = OpenSession(SessionFile.create(folder / "sessions" / f"{name}.yaml", session), "ann")
    opened._rules = shared_rules()
    return opened


def redated(opened: OpenSession, article: Article, day: str) -> Renewal:
    """What becomes of the claims of an article when its day is said."""
    dated = structs.replace(article, published=day)
    return opened.redate(dated, extract(dated, opened.rules))


@cache
def shared_rules() -> RuleSet:
    """The built-in rules, read once for all tests."""
    return load_rules()


@asynccontextmanager
async def desk(  # type: ignore[no-untyped-def]
    opened: OpenSession | None,
    *,
    size: tuple[int, int] = (120, 40),
    settings: Settings | None = None,
    language: str = "en",
    folder: Path | None = None,
):
    """The real app on a terminal made of strings; gives it and a typist."""
    use_language(language)
    app = DeskApp(opened, reviewer="ann", settings=settings, folder=folder)
    app.driver_class = WireDriver
    task = asyncio.create_task(app.run_async(size=size))
    typist = Typist(app)
    try:
        await typist.settle(lambda: getattr(app.screen, "ready", False) if app.screen_stack else False)
        await asyncio.sleep(PAINTS)  # as for anybody: what the first key changes is painted at once
        yield app, typist
    finally:
        if not task.done():
            app.leave()
        await task
        use_language("en")
