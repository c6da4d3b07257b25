"""What the commands that open the desk tell it about colours and language."""

from pathlib import Path

import pytest
from msgspec import structs

from tests.cli.conftest import Run
from tests.storage.conftest import abandon
from tui.cli import options
from tui.cli import review as review_commands
from tui.storage import SessionFile, Settings
from tui.ui import app
from tui.ui.i18n import use_language
from tui.ui.theme import THEME_NAMES, theme_named
from tui.workspace import session_path


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Settings]:
    """The settings that the desk was opened with, instead of the desk."""
    given: list[Settings] = []

    def opens(_opened, *, reviewer: str, settings: Settings) -> app.Left:
        given.append(settings)
        return app.Left()

    monkeypatch.setattr(app, "run_desk", opens)
    monkeypatch.setattr(review_commands, "_need_terminal", lambda _stream: None)
    monkeypatch.setattr(review_commands, "_is_terminal", lambda _stream: True)
    return given


@pytest.mark.parametrize("command", [["review", "news"], ["resume"], []])
def test_colours_and_language_of_the_command_line_win(
    run: Run, session: str, elsewhere: Path, chosen: list[Settings], command: list[str]
) -> None:
    (elsewhere / "factdesk.yaml").write_text("theme: light\nlanguage: en\nreviewer: li\n")
    assert run(*command).status == 0
    assert run(*command, "--theme", "contrast", "--language", "zh").status == 0
    assert [(each.theme, each.language) for each in chosen] == [("light", "en"), ("contrast", "zh")]
    assert {each.reviewer for each in chosen} == {"li"}


def test_the_colours_offered_are_the_desks() -> None:
    assert tuple(map(theme_named, options.THEMES)) == THEME_NAMES
    assert theme_named("desk-light") == "desk-light"


@pytest.mark.parametrize("command", [["review", "news"], ["resume"], []])
def test_a_language_nobody_translated_is_told_with_those_there_are(
    run: Run, session: str, chosen: list[Settings], command: list[str]
) -> None:
    done = run(*command, "--language", "xx")
    assert done.status == 1
    assert done.err == ["factdesk: the desk does not speak 'xx'", "It speaks: en, zh_CN."]
    assert chosen == []


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("language: xx", ["factdesk: the desk does not speak 'xx'", "It speaks: en, zh_CN."]),
        (
            "theme: mauve",
            ["factdesk: there are no colours 'mauve'", "There are: dark, light, contrast, colour-blind."],
        ),
    ],
)
def test_colours_and_languages_that_settings_ask_for_in_vain_are_told(
    run: Run, session: str, elsewhere: Path, chosen: list[Settings], *, setting: str, told: list[str]
) -> None:
    (elsewhere / "factdesk.yaml").write_text(f"{setting}\n")
    done = run("resume")
    assert (done.status, done.err, chosen) == (1, told, [])
    assert run("resume", "--language", "zh", "--theme", "dark").status == 0


@pytest.mark.parametrize("theme", ["light", "desk-light", "nord"])
def test_colours_may_be_the_desks_by_either_name_or_any_that_come_with_textual(
    run: Run, session: str, elsewhere: Path, chosen: list[Settings], theme: str
) -> None:
    (elsewhere / "factdesk.yaml").write_text(f"theme: {theme}\n")
    assert run("resume").status == 0
    assert [each.theme for each in chosen] == [theme]


def test_options_of_the_desk_before_another_command_are_not_dropped_in_silence(run: Run) -> None:
    done = run("--theme", "light", "status")
    assert done.status == 2
    assert "'status' opens no desk, so it takes no --theme" in done.err[0]


@pytest.mark.parametrize("command", [["review", "news"], ["resume"]])
def test_options_of_the_desk_may_stand_before_its_command(
    run: Run, session: str, chosen: list[Settings], command: list[str]
) -> None:
    before = ["--language", "zh_CN", "--theme", "light"]
    assert run(*before, *command).status == 0
    assert run(*before, *command, "--theme", "contrast").status == 0
    assert [(each.theme, each.language) for each in chosen] == [("light", "zh_CN"), ("contrast", "zh_CN")]


@pytest.mark.parametrize("name", ["", " ", ".", ".."])
def test_a_session_is_never_named_like_a_hidden_file(
    run: Run, elsewhere: Path, chosen: list[Settings], name: str
) -> None:
    done = run("review", "news", "--session", name)
    assert (done.status, chosen) == (2, [])
    assert "is no name" in done.err[0]
    assert not (elsewhere / "sessions").exists()


def test_what_was_mended_after_a_crash_is_told_beside_the_desk(
    run: Run, session: str, chosen: list[Settings]
) -> None:
    path = session_path(session)
    file = SessionFile.open(path)
    file.append(structs.replace(file.session.decisions[0], n=len(file.session.decisions) + 1))
    abandon(file)
    done = run("resume", session)
    assert done.err == ["The session was not closed last time; 1 decision came from its journal"]
    assert (done.status, len(chosen)) == (0, 1)
    assert run("resume", session).err == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("theem: dark", ":1：没有 'theem' 这项设置；是否想写 'theme'？"),
        ("layout: sideways", "；可用的有 auto, beside, stacked"),
        ("keys: {claim.note: a}", "keys：'a' 同时指 'claim.accept' 和 'claim.note'；请给其中一个换键"),
        ("keys: {claim.note: escape}", "keys：'escape' 不能用于 'claim.note'：它总是用来返回"),
        ("theme: mauve", "没有 'mauve' 这种配色"),
        ("language: xx", "没有 'xx' 这种界面语言"),
    ],
)
@pytest.mark.usefixtures("session")
def test_mistakes_in_the_settings_are_told_in_the_reviewers_language(
    run: Run, elsewhere: Path, monkeypatch: pytest.MonkeyPatch, written: str, told: str
) -> None:
    (elsewhere / "factdesk.yaml").write_text(f"{written}\n")
    monkeypatch.setattr(review_commands, "_need_terminal", lambda _stream: None)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    try:
        done = run("resume")
    finally:
        use_language("en")
    assert done.status == 1
    assert done.err[0].endswith(told)
