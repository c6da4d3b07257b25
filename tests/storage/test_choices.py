"""Choices made on the desk, kept in the user's settings file."""

from pathlib import Path

import pytest

from tui.storage import StorageError
from tui.storage.choices import keep_choice
from tui.storage.settings import read_settings


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "theme: desk-light\n"),
        ("", "theme: desk-light\n"),
        ("reviewer: ann", "reviewer: ann\ntheme: desk-light\n"),
        (
            "# mine\ntheme: desk-dark  # by day\nkeys: {claim.accept: y}\n",
            "# mine\ntheme: desk-light  # by day\nkeys: {claim.accept: y}\n",
        ),
        ("theme:\nreviewer: ann\n", "theme: desk-light\nreviewer: ann\n"),
    ],
)
def test_only_the_theme_changes(tmp_path: Path, before: str | None, after: str):
    path = tmp_path / "config" / "settings.yaml"
    if before is not None:
        path.parent.mkdir()
        path.write_text(before)
    assert keep_choice("theme", "desk-light", path) == path
    assert path.read_text() == after
    assert read_settings(path).theme == "desk-light"
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_layout_and_grouping_are_kept_beside_the_theme(tmp_path: Path):
    path = tmp_path / "settings.yaml"
    keep_choice("theme", "desk-light", path)
    keep_choice("layout", "stacked", path)
    keep_choice("group", "paragraph", path)
    keep_choice("layout", "auto", path)
    assert path.read_text() == "theme: desk-light\nlayout: auto\ngroup: paragraph\n"


@pytest.mark.parametrize("text", ["{theme: dark, reviewer: ann}\n", "theme: >\n  dark\n"])
def test_a_file_written_in_another_way_is_left_alone(tmp_path: Path, text: str):
    path = tmp_path / "settings.yaml"
    path.write_text(text)
    with pytest.raises(StorageError, match="by hand: theme: desk-light"):
        keep_choice("theme", "desk-light", path)
    assert path.read_text() == text


def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path):
    path = tmp_path / "settings.yaml"
    path.write_text("colour: blue\n")
    with pytest.raises(StorageError, match="unknown setting"):
        keep_choice("theme", "desk-light", path)
    assert path.read_text() == "colour: blue\n"
