"""Parses the text of a rule file: its entries with their lines."""

from collections.abc import Iterator
from typing import Any

import yaml

from tui.model.rulefile import MAX_DEPTH, RuleFileError
from tui.model.yaml12 import Loader

# How many values the entries of a file may hold once every alias is written out.
MAX_VALUES = 2_000_000


def parsed(text: str) -> Iterator[tuple[Any, int]]:
    """The entries of a text with their lines, as ``rulefile.entries`` gives them. Raises RuleFileError."""
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
