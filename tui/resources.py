"""Where the files are that ship with the program: in a wheel inside ``tui``, in a checkout beside it."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def rules_folder() -> Path:
    """The folder of the built-in rule packs."""
    return _folder("rules")


def seeds_folder() -> Path:
    """The folder of the articles to start with."""
    return _folder("seeds")


def _folder(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
