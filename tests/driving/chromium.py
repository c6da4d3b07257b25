"""A real browser without a screen, driven through the DevTools protocol."""

import asyncio
import base64
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-default-browser-check"),
    *("--disable-dev-shm-usage", "--remote-debugging-port=0"),
)
PATIENCE = 60.0  # seconds: starting a browser on a busy machine takes long


def chromium() -> str | None:
    """Where a Chromium is installed, None if nowhere."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page of the browser; ``requests`` are the addresses it has asked for."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._count = 0
        self.requests: list[str] = []

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Have the browser do something and return what it answers."""
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": params})
        while True:
            message = json.loads(await self._socket.receive_str(timeout=PATIENCE))
            if message.get("method") == "Network.requestWillBeSent":
                self.requests.append(message["params"]["request"]["url"])
            elif message.get("method") == "Network.webSocketCreated":
                self.requests.append(message["params"]["url"])
            if message.get("id") == self._count:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                result: dict[str, Any] = message["result"]
                return result

    async def open(self, address: str) -> None:
        """Go to an address."""
        await self.call("Page.navigate", url=address)

    async def value(self, script: str) -> Any:
        """What a piece of JavaScript comes to."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a piece of JavaScript is true."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(script):  # noqa: ASYNC110 - the page sends no word of it
                await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        """Press one key: a character, or a name such as ``Enter`` with the text that it types."""
        text = {"Enter": "\r"}.get(key, key)
        code = {"Enter": 13}.get(key, ord(key.upper()[0]))
        event = {"key": key, "text": text, "unmodifiedText": text, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **event)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def picture(self) -> bytes:
        """What is to be seen, as PNG."""
        shot = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])


@asynccontextmanager
async def browser(profile: Path, *, size: tuple[int, int] = (1280, 800)) -> AsyncIterator[Page]:
    """A fresh browser with an empty page; ``profile`` is a folder of its own."""
    program = chromium()
    assert program is not None
    flags = (*FLAGS, f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}")
    process = await asyncio.create_subprocess_exec(
        program, *flags, "about:blank", stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while (port := _port(profile)) is None:  # noqa: ASYNC110 - a file tells no one
                await asyncio.sleep(0.05)
        async with ClientSession() as session:
            target = await _page(session, port)
            async with session.ws_connect(target, max_msg_size=0) as socket:
                page = Page(socket)
                for domain in ("Page", "Runtime", "Network"):
                    await page.call(f"{domain}.enable")
                yield page
    finally:
        process.terminate()
        await process.wait()


def _port(profile: Path) -> int | None:
    try:
        return int((profile / "DevToolsActivePort").read_text().split()[0])
    except (OSError, IndexError, ValueError):
        return None


async def _page(session: ClientSession, port: int) -> str:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                for target in json.loads(await answer.text()):
                    if target["type"] == "page":
                        return str(target["webSocketDebuggerUrl"])
            await asyncio.sleep(0.1)
