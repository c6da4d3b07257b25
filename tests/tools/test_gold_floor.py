"""The floors of extraction fail when they should, and only then."""

from pathlib import Path

import pytest

from tests.tools.gold_floor import main

TEXT = "In 2021 the city of Hangzhou had 300 job fairs.\n"
RIGHT = (
    '{"start": 33, "end": 36, "text": "300", "value": 300, "unit": "event",'
    ' "subject": "job fairs", "place": "Hangzhou", "period": "2021"}\n'
)


def gold(folder: Path, row: str) -> Path:
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.gold.jsonl").write_text(row)
    return folder


def test_a_wrong_value_is_too_low(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(gold(tmp_path, RIGHT.replace("300,", "301,")))]) == 1
    lines = capsys.readouterr().out.splitlines()
    low = {line.split()[0] for line in lines if line.endswith("TOO LOW")}
    assert {"value", "touchless"} <= low
    assert "unit" not in low


def test_every_floor_is_told_with_what_was_reached(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(gold(tmp_path, RIGHT))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 claims in 1 articles"
    reached = {
        line.split()[0]: float(line.split()[1])
        for line in lines[1:]
        if "right at" not in line and "share at" not in line
    }
    assert reached["value"] == reached["unit"] == reached["period"] == 1.0


def test_a_folder_without_gold_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no gold" in capsys.readouterr().err
