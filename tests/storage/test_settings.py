"""Settings of user and project, and the list of sessions that were open last."""

from pathlib import Path

import pytest

from tui.storage import Settings, StorageError, load_settings, recent, remember
from tui.storage.settings import read_settings, user_file


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    user_file().parent.mkdir(parents=True)
    place = tmp_path / "project"
    place.mkdir()
    return place


def test_there_need_be_no_settings(project: Path) -> None:
    assert load_settings(project) == Settings()


def test_the_project_wins_over_the_user_setting_by_setting(project: Path) -> None:
    user_file().write_text(
        "theme: nord\nreviewer: ann\nkeys: {claim.accept: y, claim.reject: [x, r]}\n"
        "filters: {open: 'state:pending'}\n"
    )
    (project / "factdesk.yaml").write_text(
        "theme: dracula\nkeys:\n  claim.accept: enter\nrules: [my-rules, ~nobody-here/rules]\n"
    )
    assert load_settings(project) == Settings(
        theme="dracula",
        reviewer="ann",
        keys={"claim.accept": "enter", "claim.reject": ("x", "r")},
        filters={"open": "state:pending"},
        rules=(str(project / "my-rules"), str(project / "~nobody-here" / "rules")),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_is_no_mistake(project: Path, text: str) -> None:
    (project / "factdesk.yaml").write_text(text)
    assert load_settings(project) == Settings()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("theme: a\ntheem: b\n", 2, "unknown setting 'theem'; did you mean 'theme'"),
        ("zzz: 1\n", 1, "unknown setting 'zzz'; known are keys, theme"),
        ("layout: sideways\n", 1, "known are auto, beside, stacked"),
        ("theme: dark\ngroup: 3\n", 2, "known are article, paragraph, indicator"),
        ("theme:\n  - a\n", 1, "theme: here belongs text or nothing, not a list"),
        ("keys:\n  claim.accept: 5\n", 1, "keys.*: here belongs text or a list, not a whole number"),
        ("- a\n", 1, "must be a list of settings"),
        ("theme: 'a\n", None, "is not YAML"),
        ("theme: &a b\n", 1, "anchors"),
        ("theme: !!python/object:x b\n", 1, "tag"),
        ("a: " + "[" * 60 + "]" * 60, 1, "nested too deeply"),
        ("theme: " + "x" * 1_000_001, None, "larger than 1 MB"),
    ],
)
def test_mistakes_are_told_with_their_line(project: Path, text: str, line: int | None, message: str) -> None:
    path = project / "factdesk.yaml"
    path.write_text(text)
    with pytest.raises(StorageError, match=message) as caught:
        read_settings(path)
    assert "\n" not in str(caught.value)
    if line is not None:
        assert str(caught.value).startswith(f"{path}:{line}: ")


def test_the_latest_session_comes_first_and_lost_ones_are_left_out(project: Path) -> None:
    places = [project / f"{n}.yaml" for n in range(3)]
    for place in places:
        place.write_text("x")
        remember(place)
    remember(places[0])
    places[2].unlink()
    assert recent() == [places[0], places[1]]


def test_a_broken_list_or_an_unwritable_folder_is_no_reason_to_stop(project: Path, tmp_path: Path) -> None:
    (project / "a.yaml").write_text("x")
    (tmp_path / "state").write_text("a file where a folder should be")
    remember(project / "a.yaml")
    assert recent() == []
    (tmp_path / "state").unlink()
    remember(project / "a.yaml")
    next((tmp_path / "state").rglob("recent.json")).write_text('{"not": a list')
    assert recent() == []
