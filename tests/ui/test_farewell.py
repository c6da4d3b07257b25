"""What is said in the terminal when the desk is gone."""

from pathlib import Path

import pytest

from tests.ui.making import open_session
from tui.ui.farewell import end_of_tour, farewell
from tui.ui.i18n import use_language
from tui.workspace import resume, session_path
from tui.workspace.places import name_of


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("work", "factdesk resume work"),
        ("就业", "factdesk resume 就业"),
        ("my jobs", "factdesk resume 'my jobs'"),
        ("$(rm x)", "factdesk resume '$(rm x)'"),
        ("-x", "factdesk resume sessions/-x.yaml"),
        ("a.yaml", "factdesk resume sessions/a.yaml.yaml"),
    ],
)
def test_the_command_that_goes_on_is_one_for_the_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: str
):
    monkeypatch.chdir(tmp_path)
    with open_session(tmp_path, name=name) as opened:
        assert farewell(opened, saved=True).endswith(f" · go on with: {command}")
        assert session_path(name_of(opened.file.path)).resolve() == opened.file.path.resolve()


@pytest.mark.parametrize("file", ["-x.yaml", "~nobody-here.yaml", "~.yaml", "a b.yaml"])
def test_a_file_here_is_named_so_that_it_is_no_option_and_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
):
    monkeypatch.chdir(tmp_path)
    name = name_of(tmp_path / file)
    assert not name.startswith(("-", "~"))
    assert session_path(name).resolve() == tmp_path / file


def test_a_tilde_that_is_nobodys_home_stands_for_itself():
    assert session_path("~nobody-here.yaml") == Path("~nobody-here.yaml")


def test_a_session_of_another_folder_is_named_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with open_session(tmp_path) as opened:
        path = tmp_path / "sessions" / "work.yaml"
        said = farewell(opened, saved=True)
        assert said == f"0 of 6 claims decided · saved in {path} · go on with: factdesk resume {path}"


def test_what_was_only_looked_at_and_what_was_not_written_are_not_called_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    with open_session(tmp_path) as opened, resume(opened.file.path, reviewer="bob") as second:
        opened.review.accept(opened.review.claim_ids[:2])
        go_on = "go on with: factdesk resume work"
        assert farewell(opened, saved=False) == f"2 of 6 claims decided · {go_on}"
        assert farewell(second, saved=True) == (
            f"0 of 6 claims decided · nothing changed, as it was open to read only · {go_on}"
        )


def test_it_is_said_in_the_language_of_the_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    use_language("zh")
    try:
        with open_session(tmp_path) as opened:
            said = farewell(opened, saved=True)
    finally:
        use_language("en")
    assert said == "6 条数据中已审 0 条 · 已保存在 sessions/work.yaml · 继续请用：factdesk resume work"


def test_the_tour_ends_in_the_language_of_the_desk():
    use_language("zh_CN")
    assert end_of_tour() == "导览到此结束。审阅自己的文章：factdesk review FOLDER"
    use_language("en")
    assert end_of_tour().endswith("your own articles: factdesk review FOLDER")
