"""Settings that cannot hold, other rules, and a second look: by the installed command in a real terminal."""

import os
import sys
from pathlib import Path

import pytest

from tests.bench.pseudo_terminal import PseudoTerminal

COMMAND = os.environ.get("FACTDESK") or str(Path(sys.executable).parent / "factdesk")
ARTICLE = "Harbour Town jobs\n2024-05-06\n\nIn 2023 the town hired 4,210 workers, up 12% from 2022.\n"
RULE = (
    "- id: mine.unit.hand\n  match: [workers]\n  unit: hand\n"
    "  examples: [{text: 'hired 4,210 workers', unit: hand}]\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article, and nothing of this machine's user in reach."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    work = tmp_path / "work"
    (work / "news").mkdir(parents=True)
    (work / "news" / "harbour.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(work)
    return work


def desk(*arguments: str) -> PseudoTerminal:
    return PseudoTerminal([COMMAND, *arguments], width=120, height=40)


def decided() -> None:
    """A session with its claims accepted."""
    with desk("review", "news", "--session", "jobs") as terminal:
        terminal.wait_for("\u25ba")
        terminal.settle()
        terminal.press("a")
        terminal.press("a")
        terminal.wait_for("2/2")
        assert terminal.leave("q") == 0


def test_keys_that_clash_are_refused_before_anything_is_opened(home: Path) -> None:
    (home / "factdesk.yaml").write_text("keys: {claim.note: a, claim.acept: y}\n")
    with desk("review", "news", "--session", "jobs") as terminal:
        terminal.wait_for("'a' means both 'claim.accept' and 'claim.note'")
        terminal.wait_for("did you mean 'claim.accept'?")
    assert not (home / "sessions").exists()


def test_keys_of_the_settings_are_in_force(home: Path) -> None:
    (home / "factdesk.yaml").write_text("keys: {claim.accept: y, claim.copy: f7}\n")
    with desk("review", "news", "--session", "jobs") as terminal:
        terminal.wait_for("y accept")
        terminal.wait_for("\u25ba")
        terminal.settle()
        terminal.press("y")
        terminal.wait_for("accepted")
        assert terminal.leave("q") == 0


def test_a_second_look_is_blind_and_its_agreement_is_told_at_the_end() -> None:
    decided()
    with desk("review", "--again", "100%", "jobs") as terminal:
        terminal.wait_for("\u25ba")
        terminal.wait_for("0/2")
        terminal.settle()
        terminal.press("a")
        terminal.press("r")
        terminal.wait_for("2/2")
        assert terminal.leave("q") == 0
        told = "\n".join(terminal.look())
        assert "jobs.again: 1 of 2 judged as in jobs (50%)" in told
        assert "accepted, now rejected" in told


def test_other_rules_extract_again_and_what_became_of_the_claims_is_told(home: Path) -> None:
    decided()
    (home / "mine" / "en").mkdir(parents=True)
    (home / "mine" / "en" / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (home / "mine" / "en" / "units.yaml").write_text(RULE)
    with desk("resume", "jobs", "--rules", "mine") as terminal:
        terminal.wait_for("Extracted again · 1 kept · 1 changed")
        terminal.wait_for("2/2")
        assert terminal.leave("q") == 0
