"""Lays out rule files so that every line can be read: lists are wrapped, expressions told by their branches.

usage: python -m tests.tools.rules_layout [--check] [FOLDER]

Only entries with a line that is too wide are touched, and what they mean stays the same.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from rich.cells import cell_len

from tui.extract.packs.schema import KINDS
from tui.model.rule import one_line
from tui.model.yaml12 import Loader

RULES = Path(__file__).parents[2] / "rules"
WIDTH = 118
_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_OPENED = re.compile(r"\(\?(?:P<\w+>|<?[=!]|[a-z-]*:)|\(")
_REPEATED = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")


def branches(expression: str) -> list[str]:
    """The alternatives of an expression, each but the first with the bar before it."""
    cuts, depth = [0], 0
    for mark in _MARK.finditer(expression):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if mark[0] == "|" and not depth:
            cuts.append(mark.start())
    return [expression[start:end] for start, end in zip(cuts, [*cuts[1:], len(expression)], strict=True)]


def pieces(branch: str) -> Iterator[str]:
    """A branch in its outermost groups, with how often they stand, and what is between them."""
    depth = start = 0
    for mark in _MARK.finditer(branch):
        if mark[0] == "(":
            if not depth and start < mark.start():
                yield branch[start : mark.start()]
                start = mark.start()
            depth += 1
        elif mark[0] == ")":
            depth -= 1
            if not depth:
                often = _REPEATED.match(branch, mark.end())
                end = often.end() if often else mark.end()
                yield branch[start:end]
                start = end
    if start < len(branch):
        yield branch[start:]


def expression_lines(expression: str, width: int) -> list[str]:
    """The lines of an expression; joined without the spaces that begin them they are the expression again."""
    if cell_len(expression) <= width:
        return [expression]
    lines: list[str] = []
    for branch in branches(expression):
        first, *rest = _branch_lines(branch, width)
        # A branch of several lines begins in one of its own.
        _add(lines, first, 0 if rest else width)
        lines += rest
    return lines


def _branch_lines(branch: str, width: int) -> list[str]:
    if cell_len(branch) <= width:
        return [branch]
    lines: list[str] = []
    for piece in pieces(branch):
        opened = _OPENED.match(piece)
        end = piece.rfind(")")
        if opened is None or cell_len(piece) <= width:
            _add(lines, piece, width)
            continue
        inner = expression_lines(piece[opened.end() : end], width - 2)
        first = inner.pop(0) if inner[0][:1] == " " else ""
        _add(lines, opened[0] + first, width)
        lines += ["  " + line for line in inner]
        if lines[-1][-1:] == " ":
            lines[-1] += piece[end:]
        else:
            lines.append(piece[end:])
    return lines


def _add(lines: list[str], piece: str, width: int) -> None:
    """Put a piece behind the last line where it fits; nowhere is a line broken at a space."""
    at_space = bool(lines) and (lines[-1][-1:] in {" ", "\\"} or piece[:1] == " ")
    if lines and (at_space or cell_len(lines[-1] + piece) <= width):
        lines[-1] += piece
    else:
        lines.append(piece)


def wrapped(source: str, width: int) -> list[str]:
    """A list or a text as it stands in the file in lines that fit, broken behind commas if that is enough."""
    lines = [""]
    for part in re.findall(r"[^,]*(?:,(?! )[^,]*)*(?:, |$)", source):
        fits = cell_len(part) <= width
        for word in [part] if fits else re.findall(r"\S+(?:  +\S+)* ?", part):
            if lines[-1] and cell_len((lines[-1] + word).rstrip()) > width:
                lines.append("")
            lines[-1] += word
    return [line.rstrip() for line in lines]


class Layout:
    """Lays out the entries of one file, whose fields ``expressions`` hold such."""

    def __init__(self, text: str, expressions: tuple[str, ...]) -> None:
        self._text, self._expressions = text, expressions

    def entry(self, node: yaml.MappingNode) -> list[str]:
        """The lines of an entry, each field by itself."""
        lines = [line for key, value in node.value for line in self._field(key.value, value)]
        return [("  " if number else "- ") + line for number, line in enumerate(lines)]

    def _source(self, node: yaml.Node) -> str:
        return " ".join(
            line.strip() for line in self._text[node.start_mark.index : node.end_mark.index].splitlines()
        )

    def _field(self, name: str, value: yaml.Node) -> list[str]:
        source = self._source(value)
        is_list = isinstance(value, yaml.SequenceNode)
        if getattr(value, "style", "") in {"|", ">"} and name not in self._expressions:
            block = self._text[value.start_mark.index : value.end_mark.index].rstrip()
            return f"{name}: {block}".replace("\n  ", "\n").splitlines()
        if not (is_list and not value.flow_style) and cell_len(f"  {name}: {source}") <= WIDTH:
            return [f"{name}: {source}"]
        if is_list and (name in self._expressions or isinstance(value.value[0], yaml.MappingNode)):
            return [f"{name}:", *(line for item in value.value for line in self._valued("- ", item, name))]
        return self._valued(f"{name}: ", value, name)

    def _valued(self, opening: str, value: yaml.Node, name: str) -> list[str]:
        source = self._source(value)
        short = cell_len(opening + source) < WIDTH - 2
        if isinstance(value, yaml.ScalarNode) and name in self._expressions and not short:
            if value.value != value.value.strip():
                return [opening + source]
            return [
                opening + "|-",
                *("  " + line for line in expression_lines(one_line(value.value), WIDTH - 4)),
            ]
        indent = " " * (len(opening) + 1 if source[0] in "[{" else 2)
        first, *rest = wrapped(source, WIDTH - 2 - len(opening) - 1)
        return [opening + first, *(indent + line for line in rest)]


def rewritten(text: str, expressions: tuple[str, ...]) -> str:
    """The text of a rule file with its wide entries laid out anew."""
    layout = Layout(text, expressions)
    done, at = [], 0
    root = Loader(text).get_single_node()
    for node in root.value if isinstance(root, yaml.SequenceNode) else []:
        start = text.rfind("\n", 0, node.start_mark.index) + 1
        end = node.end_mark.index if node.flow_style else max(value.end_mark.index for _, value in node.value)
        old = re.sub(r"(?:\n *(?:#.*)?)+\Z", "", text[start:end])
        if max(map(cell_len, old.splitlines())) <= WIDTH or re.search(r"^ *#", old, re.MULTILINE):
            continue
        new = "\n".join(layout.entry(node))
        if _meant(new, expressions) == _meant(old, expressions):
            done += [text[at:start], new]
            at = start + len(old)
        else:
            print("kept as it was:", old[:80], file=sys.stderr)
    return "".join([*done, text[at:]])


def _meant(entry: str, expressions: tuple[str, ...]) -> object:
    """What an entry says, its expressions without their line ends."""
    (fields,) = Loader(entry).get_single_data()
    return {
        name: one_line(tuple(value) if isinstance(value, list) else value) if name in expressions else value
        for name, value in fields.items()
    }


def main() -> int:
    """Lay out the rule files of a folder, or say which need it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which files need it")
    parser.add_argument("folder", nargs="?", type=Path, default=RULES)
    args = parser.parse_args()
    left = 0
    for path in sorted(args.folder.rglob("*.yaml")):
        kind = KINDS.get(path.stem.partition("-")[0])
        if kind is None:
            continue
        text = path.read_text(encoding="utf-8")
        new = rewritten(text, kind.expressions)
        if new != text:
            left += 1
            print(path)
            if not args.check:
                path.write_text(new, encoding="utf-8")
    return 1 if left and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
