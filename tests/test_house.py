"""The rules of the house that no single part can hold by itself."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHON_FILES = sorted((ROOT / "tui").rglob("*.py"))
RULE_FILES = sorted((ROOT / "rules").rglob("*.yaml"))
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})", re.IGNORECASE)
# Characters that are no words of a language: letters that hostile sentences are made of, and the kana that
# may not begin a line.
SPELT = {
    "tui/model/backtracking.py": "\u4eba\u6570\u7b2c\u5e74\u4e00",
    "tui/text/wrap.py": "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9"
    "\u30c3\u30e3\u30e5\u30e7\u30fb\u30fc\u30fd\u30fe\u3099\u309a",
}
HEADLESS = (
    "tui.cli",
    "tui.workspace",
    "tui.exchange",
    "tui.review",
    "tui.storage",
    "tui.extract",
    "tui.articles",
    "tui.text",
)


def text_files() -> list[Path]:
    """The text files of the project, as git knows them or as they lie here."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    names = (
        listed.split("\0")
        if listed
        else [str(p) for d in ("tui", "rules", "tests") for p in (ROOT / d).rglob("*")]
    )
    paths = [ROOT / name for name in names if name and "seeds" not in Path(name).parts]
    return [p for p in paths if p.is_file() and p.suffix not in {".mo", ".png"}]


def escaped_chinese(source: str) -> str:
    r"""The Chinese and Japanese characters that strings of Python have as ``\uXXXX``, without ranges."""
    strings = (
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    # The escapes of raw strings are left to read.
    read = (ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2], 16)), text) for text in strings)
    return "".join("".join(CJK.findall(re.sub(r".-.", "", text, flags=re.DOTALL))) for text in read)


@pytest.mark.parametrize("path", PYTHON_FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_python_holds_no_chinese(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    why = "what is known about a language belongs in rules/"
    assert not CJK.search(source), why
    assert escaped_chinese(source) == SPELT.get(path.relative_to(ROOT).as_posix(), ""), why


def test_chinese_is_found_behind_escapes_as_well() -> None:
    assert escaped_chinese(r'UNIT = "\u4e07"') == "\u4e07"
    assert escaped_chinese(r'UNIT = re.compile(rf"\d\u4e07{rest}")') == "\u4e07"
    assert escaped_chinese(r'HAN = r"[\u4e00-\u9fff\uff0c\u3002]"') == ""


def test_python_names_no_rule_of_a_language() -> None:
    languages = "|".join(pack.parent.name for pack in sorted((ROOT / "rules").glob("??/pack.yaml")))
    assert languages == "de|en|zh"
    named = re.compile(rf"""["'](?:{languages})\.[a-z]+\.""")
    assert [path.name for path in PYTHON_FILES if named.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("path", [*PYTHON_FILES, *RULE_FILES], ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_readable_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_file_names_a_folder_of_some_machine_or_a_package_registry() -> None:
    here = Path(__file__)
    pattern = re.compile(r"""(?<![\w.])/(?:home|root|Users|work)/\w|pypi\.org|pythonhosted|registry\.npmjs""")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in text_files()
        if path != here
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_every_dependency_has_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    project = tomllib.loads("\n".join(lines))
    named = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for extra in project["project"].get("optional-dependencies", {}).values():
        named += extra
    for requirement in named:
        line = next(line for line in lines if f'"{requirement}"' in line)
        assert "#" in line, f"{requirement} has no reason beside it"


def modules_after(code: str) -> set[str]:
    """The modules loaded in a fresh interpreter once it has run ``code``."""
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("module", HEADLESS)
def test_nothing_but_the_screen_loads_textual(module: str) -> None:
    assert "textual" not in modules_after(f"import {module}")


def test_seeds_are_untouched() -> None:
    sizes = {p.name: p.stat().st_size for p in (ROOT / "seeds").glob("*.txt")}
    assert sizes == {
        "000_64906b300717d41a.txt": 2670,
        "001_74e5ef1174831dd9.txt": 10321,
        "002_4b3afbec34fd2168.txt": 9631,
        "003_627b2be1d4e5e78d.txt": 5141,
        "004_3c52304571918ca9.txt": 5270,
    }


def test_the_desk_opens_before_extraction_is_loaded() -> None:
    loaded = modules_after("import tui.ui.app, tui.workspace.opening")
    assert not {name for name in loaded if name.startswith("tui.extract.")}


def test_few_modules_of_our_own_stand_between_the_command_and_the_first_screen() -> None:
    own = {
        name for name in modules_after("import tui.ui.app, tui.workspace.opening") if name.startswith("tui.")
    }
    assert len(own) <= 160
