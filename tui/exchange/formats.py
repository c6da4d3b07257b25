"""The formats that rows are written in: a registry, so that a new one is a module and a line here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TextIO

from tui.exchange.rows import Row

Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, the module that writes it, and what it is good for.

    ``for_eyes`` says that people read it as it is, in a terminal or a viewer: control characters are then
    replaced before they are written. In the others they are data like any character.
    """

    name: str
    extension: str
    module: str
    help: str
    for_eyes: bool = False


FORMATS = {
    form.name: form
    for form in (
        Format("jsonl", ".jsonl", "tui.exchange.jsonl", "one JSON object per line, for programs"),
        Format("yaml", ".yaml", "tui.exchange.yamlfile", "YAML, for people and programs"),
        Format("csv", ".csv", "tui.exchange.csvfile", "a table for spreadsheets"),
        Format("md", ".md", "tui.exchange.markdown", "Markdown tables, for reports", for_eyes=True),
        Format("table", ".txt", "tui.exchange.table", "a table to look at in the terminal", for_eyes=True),
    )
}


def write(name: str, rows: Iterable[Row], stream: TextIO, clean: Clean) -> int:
    """Write ``rows`` to ``stream`` in the format ``name`` and return how many there were.

    ``clean`` makes a text safe to show; it is used where the format is ``for_eyes``, and where the stream is
    a terminal, which would obey the control characters of a text. The stream must not translate line ends,
    and takes any character (UTF-8). Raises KeyError for an unknown format.
    """
    form = FORMATS[name]
    counted = _Counted(_cleaned(rows, clean) if form.for_eyes or stream.isatty() else iter(rows))
    import_module(form.module).write(counted, stream)
    return counted.count


class _Counted:
    """Rows that count themselves as they pass."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.count = 0
        self._rows = rows

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def _cleaned(rows: Iterable[Row], clean: Clean) -> Iterator[Row]:
    for row in rows:
        yield {name: _clean(value, clean) for name, value in row.items()}


def _clean(value: Any, clean: Clean) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_clean(item, clean) for item in value]
    if isinstance(value, dict):
        return {clean(name): _clean(item, clean) for name, item in value.items()}
    return value
