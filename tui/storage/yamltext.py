"""YAML from outside as plain data with the line of every entry: no tags, no aliases, limits on all."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from tui.model.telling import Told
from tui.storage.errors import DamagedError
from tui.storage.plain import Fields, Items

MAX_DEPTH = 24
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAKERS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:null": lambda _text: None,
    "tag:yaml.org,2002:bool": lambda text: text.lower() in {"yes", "true", "on"},
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": Decimal,
}

# What parsers of YAML find, by the words that tell of it, the more special ones first.
_WRONG = (
    (re.compile(r"\btab\b|\\\\t"), Told("a tab stands where only spaces may stand")),
    (re.compile(r"escape|hexdec|octet"), Told("what stands behind a backslash is no sign that YAML knows")),
    (re.compile(r"end of stream|document indicator"), Told("a quote or a bracket is never closed")),
    (re.compile(r"','"), Told("a comma or a closing bracket is missing")),
    (re.compile(r"document|directive"), Told("something stands before the beginning or behind the end")),
    (re.compile(r"start any token"), Told("nothing may begin with a tab, @, % or `: use spaces or quotes")),
    (re.compile(r""), Told("a colon, a quote or the indentation is wrong here or just above")),
)


def parse(raw: bytes, path: Path) -> Any:
    """The document as mappings (`Fields`), lists (`Items`), text, int, Decimal, bool and None.

    Raises:
        DamagedError: with the line, when it isn't plain YAML.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise DamagedError(path, Told("is not UTF-8 text"), line) from None
    try:
        return _Builder(text, path, _FAST).build()
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise DamagedError(path, Told("holds a control character, which YAML doesn't allow"), line) from None
    except yaml.MarkedYAMLError as error:
        if _FAST is not yaml.SafeLoader and "invalid Unicode character escape" in str(error.problem):
            # A lone surrogate, which the C parser refuses and the other reads.
            return _Builder(text, path, yaml.SafeLoader).build()
        mark = error.problem_mark or error.context_mark
        reason = Told("is not YAML: {reason}", reason=_in_own_words(str(error.problem)))
        raise DamagedError(path, reason, mark.line + 1 if mark else None) from None
    except yaml.YAMLError as error:
        reason = Told("is not YAML: {reason}", reason=_in_own_words(str(error)))
        raise DamagedError(path, reason) from None


def _in_own_words(problem: str) -> Told:
    """What a YAML parser says is wrong, by the words that all its sentences of one kind have."""
    return next((told for words, told in _WRONG if words.search(problem)), _WRONG[-1][1])


class _Builder:
    """Builds data from the parser's events, so that nothing but plain data can come out."""

    def __init__(self, text: str, path: Path, loader: Any) -> None:
        self._path = path
        self._loader = loader(text)
        self._events: Iterator[Any] = iter(self._loader.get_event, None)

    def build(self) -> Any:
        data: Any = None
        found = False
        try:
            for event in self._events:
                if isinstance(event, yaml.StreamEndEvent):
                    break
                if isinstance(event, yaml.StreamStartEvent | yaml.DocumentEndEvent):
                    continue
                if isinstance(event, yaml.DocumentStartEvent):
                    if found:
                        raise self._error(event, Told("holds more than one YAML document"))
                    found = True
                    continue
                data = self._value(event, 0)
        finally:
            self._loader.dispose()
        return data

    def _error(self, event: Any, reason: str) -> DamagedError:
        return DamagedError(self._path, reason, self._line(event))

    @staticmethod
    def _line(event: Any) -> int:
        return int(event.start_mark.line) + 1

    def _value(self, event: Any, depth: int) -> Any:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._error(event, Told("anchors and aliases (& and *) are not allowed here"))
        if event.tag is not None and event.tag != "!":
            raise self._error(event, Told("the tag {tag} is not allowed here", tag=event.tag))
        if depth > MAX_DEPTH:
            raise self._error(event, Told("is nested too deeply"))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(depth)
        return self._mapping(depth)

    def _list(self, depth: int) -> Items:
        items = Items()
        items.lines = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, depth + 1))
            items.lines.append(self._line(event))
        return items

    def _mapping(self, depth: int) -> Fields:
        fields = Fields()
        fields.lines = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise self._error(event, Told("a key must be plain text"))
            self._value(event, depth)
            key = event.value
            if key in fields:
                raise self._error(event, Told("the key {key!r} stands here twice", key=key))
            fields.lines[key] = self._line(event)
            fields[key] = self._value(next(self._events), depth + 1)
        return fields

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if not event.implicit[0]:
            return text
        tag = self._loader.resolve(yaml.ScalarNode, text, (True, False))
        try:
            return _MAKERS.get(tag, str)(text)
        except (ValueError, ArithmeticError):
            return text
