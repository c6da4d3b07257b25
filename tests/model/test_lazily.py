"""Names that a package fetches from its modules when they are asked for."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

import tui.articles
import tui.extract
import tui.workspace
from tui.model.lazily import lazily


def test_a_name_is_what_its_module_holds_and_the_module_is_loaded_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "books.py").write_text("first = 'a book'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    fetched = lazily("shelf", {"books": ("first",)})
    assert "shelf.books" not in sys.modules
    assert fetched("first") == "a book"
    assert "shelf.books" in sys.modules


def test_a_name_that_no_module_holds_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="'shelf' has no attribute 'nothing'"):
        lazily("shelf", {})("nothing")


@pytest.mark.parametrize("package", [tui.articles, tui.extract, tui.workspace])
def test_every_name_a_package_tells_is_there(package: ModuleType) -> None:
    assert all(hasattr(package, name) for name in package.__all__)
