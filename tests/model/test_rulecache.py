"""What a start before has read of the rules is the same as reading them, and never stands in the way."""

from datetime import date
from pathlib import Path

import pytest

from tui.model import rulecache
from tui.model.rulecache import RuleCache
from tui.model.rulefile import MAX_BYTES, RuleFileError

TEXT = "- id: a\n  months: {2024: 2}\n  factor: 0.1\n  examples: [{period: 2023-05-17}]\n- id: b\n"
ROWS = [
    ({"id": "a", "months": {2024: 2}, "factor": 0.1, "examples": [{"period": date(2023, 5, 17)}]}, 1),
    ({"id": "b"}, 5),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "units.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def second(place: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[object, list[Path]]:
    """The rows of a file in a later start, and the files that were read as YAML for it."""
    read: list[Path] = []
    entries = rulecache.entries

    def reading(path: Path) -> object:
        read.append(path)
        return entries(path)

    monkeypatch.setattr(rulecache, "entries", reading)
    return list(RuleCache(place).entries(file)), read


def first(place: Path, file: Path) -> object:
    cache = RuleCache(place)
    rows = list(cache.entries(file))
    cache.keep()
    return rows


def test_a_later_start_has_the_same_rows_without_reading_yaml(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "new" / "rules"
    assert first(place, file) == ROWS
    assert second(place, file, monkeypatch) == (ROWS, [])


def test_a_file_that_has_changed_is_read_anew(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first(tmp_path / "rules", file)
    file.write_text("- id: c\n", encoding="utf-8")
    assert second(tmp_path / "rules", file, monkeypatch) == ([({"id": "c"}, 1)], [file])


@pytest.mark.parametrize("damage", [b"", b"\x81", b"{}", b"\x80"])
def test_a_damaged_cache_is_passed_by(
    tmp_path: Path, file: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first(tmp_path / "rules", file)
    (tmp_path / "rules").write_bytes(damage)
    assert second(tmp_path / "rules", file, monkeypatch) == (ROWS, [file])


def test_what_the_format_cannot_hold_is_read_each_time(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("- {id: a, value: .nan}\n- {id: b, large: 99999999999999999999999}\n", encoding="utf-8")
    first(tmp_path / "rules", file)
    assert second(tmp_path / "rules", file, monkeypatch)[1] == [file]


def test_a_place_that_cannot_be_written_harms_nothing(tmp_path: Path, file: Path) -> None:
    (tmp_path / "taken").write_text("no folder")
    assert first(tmp_path / "taken" / "rules", file) == ROWS


def test_what_is_wrong_with_a_file_is_told_each_time(tmp_path: Path, file: Path) -> None:
    file.write_text("- {id: a\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleFileError):
            first(tmp_path / "rules", file)


def test_two_versions_of_the_rules_used_in_turn_are_both_kept(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, other = tmp_path / "rules", tmp_path / "other.yaml"
    other.write_text(TEXT.replace("id: b", "id: c"), encoding="utf-8")
    first(place, file)
    first(place, other)
    assert second(place, file, monkeypatch)[1] == second(place, other, monkeypatch)[1] == []


def test_rows_of_other_rules_stay_only_while_they_are_not_many(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "rules"
    for number in range(9):
        other = tmp_path / f"{number}.yaml"
        other.write_text(TEXT.replace("id: b", f"id: b{number}"), encoding="utf-8")
        first(place, other)
        first(place, file)
    one = tmp_path / "one"
    first(one, file)
    assert place.stat().st_size <= (rulecache.OTHERS + 2) * one.stat().st_size
    assert second(place, file, monkeypatch) == (ROWS, [])


def test_a_file_that_is_too_large_is_refused_without_reading_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("read to its end"))
    file = tmp_path / "units.yaml"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(RuleFileError, match="larger than 8 MB"):
        list(RuleCache(tmp_path / "rules").entries(file))
