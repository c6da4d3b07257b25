"""What ``factdesk serve`` refuses, and the command that it hands to each page."""

import socket
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.cli import serve as serve_command
from tui.ui.web.server import WebDesk

OPTIONS = ["--theme", "light"]


def test_without_its_package_the_line_that_installs_it_is_told(run: Run, monkeypatch, news: Path) -> None:
    monkeypatch.setattr(serve_command, "find_spec", lambda _name: None)
    done = run("serve", news)
    assert done.status == 1
    assert "needs the package textual-serve" in done.err[0]
    assert "pip install 'factdesk[serve]'" in done.err[1]


def test_a_taken_port_is_told(run: Run, news: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", news, "--port", port)
    assert done.status == 1
    assert done.err[0].startswith(f"factdesk: port {port}: ")
    assert "--port 0" in done.err[1]


@pytest.mark.parametrize(
    ("what", "told"),
    [("nowhere", "there is no session"), ("-", "standard input"), ("*.none", "no file matches")],
)
def test_what_cannot_be_served_is_told_before_a_port_is_opened(
    run: Run, session: str, monkeypatch, what: str, told: str
) -> None:
    monkeypatch.setattr(WebDesk, "__init__", lambda *_args: pytest.fail("opened a port"))
    done = run("serve", what)
    assert done.status == 1
    assert told in " ".join(done.err)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ([], OPTIONS),
        (["news"], ["review", *OPTIONS, "--", "news"]),
        (["news/a.txt", "news/b.txt"], ["review", *OPTIONS, "--", "news/a.txt", "news/b.txt"]),
        (["work"], ["resume", *OPTIONS, "--", "work"]),
        (["sessions/work.yaml"], ["resume", *OPTIONS, "--", "sessions/work.yaml"]),
    ],
)
def test_it_opens_what_review_and_resume_open(
    run: Run, session: str, monkeypatch, what: list[str], words: list[str]
) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(WebDesk, "__init__", lambda _self, program, _port: given.append(program))
    monkeypatch.setattr(WebDesk, "address", "http://127.0.0.1:1/?token=x")
    monkeypatch.setattr(WebDesk, "run", lambda _self: None)
    done = run("serve", *what, "--theme", "light")
    assert done.status == 0
    assert given == [[sys.executable, "-P", "-m", "tui", *words]]
    assert done.out.startswith("The desk is at http://127.0.0.1:1/?token=x\n")
