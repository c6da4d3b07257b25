"""The desk in a browser: who is let in, and a real one that opens it, decides by key and leaves."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiohttp import ClientSession, CookieJar, WSServerHandshakeError

from tests.driving.chromium import browser, chromium
from tui.model import Session
from tui.storage import SessionFile

ARTICLE = (
    "Town news\n2024-03-01\n\nThe town created 4,210 new jobs in 2023, up 12%. It trained 830 workers.\n"
)
PATIENCE = 60.0
SHOWN = 0.5  # seconds from the file to the screen, at most


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    work = tmp_path / "work"
    (work / "news").mkdir(parents=True)
    (work / "news" / "town.txt").write_text(ARTICLE, encoding="utf-8")
    return work


@asynccontextmanager
async def served(home: Path, *words: str) -> AsyncIterator[str]:
    """The command at work; gives the address that it prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tui", "serve", *words, "--port", "0"),
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUNBUFFERED": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", line)
        assert found, line
        yield found[0]
        process.send_signal(signal.SIGINT)
        rest = await asyncio.wait_for(process.stdout.read(), PATIENCE)
        assert await process.wait() == 0
        assert b"Traceback" not in rest
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def session(home: Path, name: str = "news") -> Session:
    with SessionFile.open(home / "sessions" / f"{name}.yaml", read_only=True) as file:
        return file.session


def has_claims(home: Path) -> bool:
    """Whether the articles were read and their claims are in the session."""
    return (home / "sessions" / "news.yaml").exists() and bool(session(home).claims)


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not holds():  # noqa: ASYNC110 - a file tells no one that it was written
            await asyncio.sleep(0.05)


def does(home: Path) -> list[str]:
    """What was decided so far, as the file has it."""
    return [decision.do for decision in session(home).decisions]


def visitor() -> ClientSession:
    """A client with cookies of its own; without ``unsafe`` it would keep none from a bare address."""
    return ClientSession(cookie_jar=CookieJar(unsafe=True))


async def status(client: ClientSession, address: str, **headers: str) -> int:
    async with client.get(address, headers=headers, allow_redirects=False) as answer:
        return answer.status


async def test_the_token_lets_one_browser_in_and_nobody_else(home: Path):
    async with served(home, "news") as address, visitor() as first, visitor() as second:
        base = address.partition("/?")[0]
        everything = ["/", "/ws", "/static/js/textual.js", "/static/css/xterm.css"]
        assert {await status(first, base + path) for path in everything} == {403}
        assert await status(first, base + "/?token=guess") == 403
        async with first.get(address) as page:
            text = await page.text()
            assert page.status == 200
            assert "token" not in str(page.url)
            assert page.headers["Cache-Control"] == "no-store"
            assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
        assert f"ws://{base.removeprefix('http://')}/ws" in text
        assert "https:" not in text
        assert await status(first, base + "/static/js/textual.js") == 200
        assert await status(second, address) == 403
        assert {await status(second, base + path) for path in everything} == {403}


async def test_the_key_is_of_no_use_to_other_pages_and_names(home: Path):
    async with served(home, "news") as address, visitor() as client:
        base = address.partition("/?")[0]
        port = base.rpartition(":")[2]
        assert (
            await status(client, address, Host="desk.example") == 403
        )  # a name that was bent to this machine
        assert await status(client, address) == 303
        assert await status(client, base + "/", Host=f"desk.example:{port}") == 403
        assert await status(client, base + "/", Origin="http://desk.example") == 403
        with pytest.raises(WSServerHandshakeError, match="403"):
            await client.ws_connect(base + "/ws", headers={"Origin": "http://desk.example"})
        async with client.ws_connect(base + "/ws?width=80&height=24", headers={"Origin": base}) as socket:
            assert await asyncio.wait_for(socket.receive_bytes(), PATIENCE)


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed here")
async def test_a_real_browser_opens_decides_by_key_and_the_file_is_saved(home: Path, tmp_path: Path):
    async with served(home, "news") as address, browser(tmp_path / "profile") as page:
        await page.open(address)
        await page.until("document.body.classList.contains('-first-byte')")
        await until(lambda: has_claims(home))
        for key, made in zip(
            "arz", (["accept"], ["accept", "reject"], ["accept", "reject", "undo"]), strict=True
        ):
            await asyncio.sleep(SHOWN)
            await page.press(key)
            await until(lambda made=made: does(home) == made)
        kept = os.environ.get("FACTDESK_PICTURES")
        if kept:
            (Path(kept) / "browser.png").write_bytes(await page.picture())
        assert await page.value("location.href") == address.partition("?")[0]
        await page.press("q")
        await page.until("document.body.classList.contains('-closed')")
        assert not (home / "sessions" / "news.journal").exists()
        assert does(home) == ["accept", "reject", "undo"]
        base = address.partition("/?")[0].removeprefix("http")
        assert {
            url for url in page.requests if not url.startswith(("http" + base, "ws" + base, "data:"))
        } == set()


@pytest.mark.skipif(chromium() is None, reason="no Chromium is installed here")
async def test_a_page_loaded_again_goes_on_where_it_was(home: Path, tmp_path: Path):
    async with served(home, "news") as address, browser(tmp_path / "profile") as page:
        await page.open(address)
        await page.until("document.body.classList.contains('-first-byte')")
        await until(lambda: has_claims(home))
        await asyncio.sleep(SHOWN)
        await page.press("j")
        await page.press("a")
        await until(lambda: does(home) == ["accept"])
        await page.open(address.partition("?")[0])
        await page.until("document.body.classList.contains('-first-byte')")
        await page.press("r")  # not read only: the desk of the page before has given the session back
        await until(lambda: does(home) == ["accept", "reject"])
    claims = [claim for decision in session(home).decisions for claim in decision.claims]
    ids = [claim.id for claim in session(home).claims]
    assert claims == ids[1:3]  # and at the claim where it was left


async def test_a_named_session_is_opened_as_resume_does(home: Path):
    async with served(home, "news") as address, visitor() as client:
        await status(client, address)
        async with client.ws_connect(address.partition("/?")[0] + "/ws") as socket:
            await socket.receive_bytes(timeout=PATIENCE)
            await until((home / "sessions" / "news.yaml").exists)
    (home / "sessions" / "news.yaml").rename(home / "sessions" / "other.yaml")
    async with served(home, "other", "--language", "zh") as address, visitor() as client:
        await status(client, address)
        drawn = b""
        async with client.ws_connect(address.partition("/?")[0] + "/ws") as socket:
            async with asyncio.timeout(PATIENCE):
                while "\u63a5\u53d7".encode() not in drawn:
                    drawn += await socket.receive_bytes()
    assert not (home / "sessions" / "news.yaml").exists()
