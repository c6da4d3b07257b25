"""Lets a package name what its modules hold without loading them."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package, see PEP 562: names are fetched from their modules when asked for.

    ``homes`` are the names by the module within the package that holds them.
    """
    modules = {name: module for module, names in homes.items() for name in names}

    def fetched(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return fetched
