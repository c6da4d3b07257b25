"""Saved filters are written into the settings file, which otherwise stays as its owner wrote it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.storage import StorageError
from tui.storage.filters import save_filter
from tui.storage.settings import PROJECT_FILE, read_settings

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = save_filter("weak jobs", 'unit=job conf<0.8 place="New York"', tmp_path)
    assert path == tmp_path / PROJECT_FILE
    assert read_settings(path).filters == {"weak jobs": 'unit=job conf<0.8 place="New York"'}


def test_comments_and_other_settings_stay_and_a_filter_of_that_name_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / PROJECT_FILE
    path.write_text(
        "# ours\nreviewer: Li Na  # the first\nfilters:\n    # by unit\n    jobs: unit:job\n"
        "    'rates': \"unit:%\"\n\ntheme: desk-light",
        encoding="utf-8",
    )
    save_filter("jobs", "unit=job", tmp_path)
    save_filter("重庆", "place=重庆", tmp_path)
    assert path.read_text(encoding="utf-8") == (
        '# ours\nreviewer: Li Na  # the first\nfilters:\n    # by unit\n    "jobs": "unit=job"\n'
        '    \'rates\': "unit:%"\n    "重庆": "place=重庆"\n\ntheme: desk-light\n'
    )
    found = read_settings(path)
    assert (found.reviewer, found.theme) == ("Li Na", "desk-light")
    assert found.filters == {"jobs": "unit=job", "rates": "unit:%", "重庆": "place=重庆"}


@pytest.mark.parametrize(
    "text", ["filters: {a: 'unit:%'}\n", "filters: {}\n", "filters: &x\n  a: >\n    b\n"]
)
def test_what_cannot_be_added_to_by_itself_is_left_alone_or_read_back_right(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / PROJECT_FILE
    path.write_text(text, encoding="utf-8")
    try:
        before = read_settings(path).filters
        save_filter("new", "unit:job", tmp_path)
    except StorageError:
        assert path.read_text(encoding="utf-8") == text
    else:
        assert read_settings(path).filters == {**before, "new": "unit:job"}


def test_a_file_that_is_no_settings_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / PROJECT_FILE
    path.write_text("- a list\n", encoding="utf-8")
    with pytest.raises(StorageError):
        save_filter("new", "unit:job", tmp_path)
    assert path.read_text(encoding="utf-8") == "- a list\n"


@given(st.lists(st.tuples(NAMES, NAMES), max_size=5))
@settings(deadline=None, max_examples=60)
def test_any_names_and_filters_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("project")
    for name, text in pairs:
        save_filter(name, text, folder)
    path = folder / PROJECT_FILE
    assert read_settings(path).filters == dict(pairs)
    if pairs:
        assert list(yaml.safe_load(path.read_text(encoding="utf-8"))) == ["filters"]
