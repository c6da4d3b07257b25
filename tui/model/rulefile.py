"""Reads one YAML file of a rule pack, from wherever it comes: with limits, and told by line what is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tui.model.yaml12 import Loader

MAX_BYTES = 8_000_000
# How many values the entries of a file may hold once every alias is written out.
MAX_VALUES = 2_000_000
MAX_DEPTH = 40
UNREADABLE_DEPTH = 1_000
_BRACKET = re.compile(r"[\[\]{}]")
# Lists within lists in one line, as "- - - x".
_BLOCKS = re.compile(rf"(?:[-?:] ){{{UNREADABLE_DEPTH}}}")


class RuleFileError(ValueError):
    """A file that can't be read: in which ``line``, why, and what would mend it."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def entries(path: Path) -> Iterator[tuple[Any, int]]:
    """The entries of a file with their lines; a mapping at the top is one entry. Raises RuleFileError."""
    text = _text(path)
    if _is_nested(text):
        raise RuleFileError(1, f"nested more than {MAX_DEPTH} deep")
    loader = Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context
        raise RuleFileError(mark.line + 1 if mark else 1, f"not valid YAML: {said}") from None
    except (RecursionError, yaml.YAMLError, ValueError) as error:
        raise RuleFileError(1, f"not valid YAML: {_one_line(error)}") from None
    if node is None:
        return
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    left = MAX_VALUES
    for child in nodes:
        line = child.start_mark.line + 1
        left -= _weight(child, {}, MAX_DEPTH)
        if left < 0:
            raise RuleFileError(line, f"more than {MAX_VALUES} values once its aliases (*) are written out")
        try:
            yield loader.construct_document(child), line
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise RuleFileError(
                mark.line + 1 if mark else line, f"not valid YAML: {_one_line(error.problem or error)}"
            ) from None
        except (RecursionError, yaml.YAMLError, ValueError, OverflowError) as error:
            raise RuleFileError(line, f"not valid YAML: {_one_line(error)}") from None


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise RuleFileError(1, "no file that can be read")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RuleFileError(1, f"cannot be read: {error.strerror}") from None
    if len(raw) > MAX_BYTES:
        raise RuleFileError(
            1, f"larger than {MAX_BYTES // 1_000_000} MB: split it (units.yaml, units-more.yaml)"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleFileError(line, "not in UTF-8: save the file in that encoding") from None
    for number, character in enumerate(text):
        if character < " " and character not in "\t\n\r":
            line = text.count("\n", 0, number) + 1
            raise RuleFileError(line, f"a control character, {character!r}: take it out")
    return text


def _is_nested(text: str) -> bool:
    """Whether so much may be nested that reading it takes the program down; brackets in words count too."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = max(depth + (1 if bracket in "[{" else -1), 0)
        if depth > UNREADABLE_DEPTH:
            return True
    return _BLOCKS.search(text) is not None


def _weight(node: yaml.Node, known: dict[int, int], depth: int) -> int:
    """How many values a node holds with its aliases written out. Raises RuleFileError for a bad one."""
    if not depth:
        raise RuleFileError(node.start_mark.line + 1, f"nested more than {MAX_DEPTH} deep, or in itself")
    if id(node) in known:
        return known[id(node)]
    weight = 1
    if isinstance(node, yaml.SequenceNode):
        weight += sum(_weight(child, known, depth - 1) for child in node.value)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise RuleFileError(key.start_mark.line + 1, f"{key.value!r} is given twice in one entry")
                seen.add(key.value)
            weight += _weight(key, known, depth - 1) + _weight(value, known, depth - 1)
    known[id(node)] = weight
    return weight


def _one_line(error: object) -> str:
    return " ".join(f"{error}".split()) or type(error).__name__
