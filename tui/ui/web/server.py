"""Serves the desk on 127.0.0.1 to the browser that first opens the address with its one-time token."""

import asyncio
import hmac
import logging
import secrets
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Sequence
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web
from textual_serve.server import Server

from tui.ui.i18n import _, language

HOST = "127.0.0.1"
HERE = Path(__file__).parent
FONT_SIZES = range(8, 41)
# A page that is loaded again waits so many seconds for the desk before it to save and close.
PATIENCE = 5.0
TO_STOP = 10.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class WebDesk:
    """One port of this machine, and a desk of its own for each page that is opened there.

    ``command`` is the program that opens the desk. Raises OSError if the port is taken.
    """

    def __init__(self, command: Sequence[str], port: int) -> None:
        self._socket = socket.create_server((HOST, port))
        self.port: int = self._socket.getsockname()[1]
        line = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
        self._server = Server(line, host=HOST, port=self.port)
        self._token: str | None = secrets.token_urlsafe(24)
        self._key = secrets.token_urlsafe(24)
        self._cookie = f"factdesk-{self.port}"  # cookies know no ports: each desk needs its own
        self._open: set[asyncio.Task[object]] = set()

    @property
    def origin(self) -> str:
        """The address without the token."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address to open, once."""
        return f"{self.origin}/?token={self._token}"

    def application(self) -> web.Application:
        """What answers requests."""
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", self._page)
        app.router.add_get("/page.js", self._script)
        app.router.add_get("/ws", self._desk)
        app.router.add_static("/static", Path(self._server.statics_path))
        app.on_shutdown.append(self._stop)
        return app

    def run(self) -> None:
        """Serve until the process is told to stop; every open desk saves and closes then."""
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)  # what fails is told on the page
        web.run_app(
            self.application(), sock=self._socket, print=None, access_log=None, shutdown_timeout=TO_STOP
        )

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let in who has the key; the token gives it away once."""
        if request.host not in {f"{HOST}:{self.port}", f"localhost:{self.port}"}:
            raise web.HTTPForbidden(text="This desk is served to this machine alone.")
        if request.headers.get("Origin", f"http://{request.host}") != f"http://{request.host}":
            raise web.HTTPForbidden(text="Another page may not use this desk.")
        if request.path == "/" and self._takes(request.query.get("token")):
            answer: web.StreamResponse = web.HTTPSeeOther("/")
            answer.set_cookie(self._cookie, self._key, httponly=True, samesite="Lax", path="/")
            return answer
        if not _same(request.cookies.get(self._cookie), self._key):
            raise web.HTTPForbidden(
                text="This address was used before or is not complete. Start factdesk again for a new one."
            )
        return await handler(request)

    def _takes(self, token: str | None) -> bool:
        """Whether the token is right and was never used; it is used with that."""
        if self._token is None or not _same(token, self._token):
            return False
        self._token = None
        return True

    async def _page(self, request: web.Request) -> web.Response:
        size = request.query.get("fontsize", "")
        page = Template((HERE / "page.html").read_text(encoding="utf-8"))
        words = {
            "language": language().replace("_", "-"),
            "title": "Factdesk",
            "opening": _("Opening the desk …"),
            "closed": _("The desk is closed and everything is saved."),
            "again": _("Open it again"),
            "websocket": f"ws://{request.host}/ws",
            "font_size": size if size.isdecimal() and int(size) in FONT_SIZES else "16",
        }
        text = page.substitute({name: escape(word) for name, word in words.items()})
        return web.Response(text=text, content_type="text/html", headers=_headers(request.host))

    async def _script(self, _request: web.Request) -> web.StreamResponse:
        return web.FileResponse(HERE / "page.js")

    async def _desk(self, request: web.Request) -> web.StreamResponse:
        """A desk for a page, from its first key to its last."""
        task: asyncio.Task[object] | None = asyncio.current_task()
        assert task is not None  # noqa: S101 - handlers run in tasks
        if self._open:  # a page that is loaded again: the desk before it may still be saving
            await asyncio.wait(self._open, timeout=PATIENCE)
        self._open.add(task)
        try:
            return await self._server.handle_websocket(request)
        finally:
            self._open.discard(task)

    async def _stop(self, _app: web.Application) -> None:
        for task in self._open:
            task.cancel()
        if self._open:
            await asyncio.wait(self._open, timeout=TO_STOP)


def _same(given: str | None, wanted: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), wanted.encode())


def _headers(host: str) -> dict[str, str]:
    """The page loads nothing from elsewhere, stands in no other page, and is kept nowhere."""
    own = f"default-src 'none'; script-src 'self'; connect-src ws://{host}; font-src 'self'; img-src data:"
    return {
        "Content-Security-Policy": f"{own}; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
