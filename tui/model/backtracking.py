r"""Finds regular expressions that can backtrack without end.

An expression is read by Python's own parser. Each of its loops becomes an automaton with one state for each
character class; a loop that can read one text in two ways, as ``(a+)+`` or ``(a|ab|b)*`` can, tries all of
them where what follows doesn't fit: their number doubles with every character. Several loops in a row over
the same character, ``\d*\d*\d*``, try every way to share a text among them.

Limits: classes are compared by samples (all characters that the expression names, and some of every
category); what looks ahead or back is taken to allow everything; back references are not followed; loops of
more than ``LARGEST`` classes are not judged. Time limits on generated texts (``fuzz``) look at the rest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# What repeats at most so often is no loop: it is written out.
FEW = 6
# So many repetitions, small ones inside small ones, are a loop; a loop inside them counts as LOOPED.
OFTEN, LOOPED = 27, 4
# Loops with more classes than this are left unjudged.
LARGEST = 400
# So many loops in a row over one character are too many: the work grows with this power of the length.
IN_A_ROW = 4

NESTED = (
    "what is repeated can read the same text in many ways, which may take for ever:"
    " leave out the repetition inside, or make its alternatives begin differently"
)
ROW = (
    f"{IN_A_ROW} repetitions in a row can read the same text, which may take for ever:"
    " put something between them that none of them reads"
)
_SAMPLES = "aZ\u00e95\u0663 _-.,;:!?'\"()[]/%\n\t\u4eba\u6570\u7b2c\u5e74\uff0c\u3002\u3001\u4e00\u03a9"
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_SINGLE = {op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN}
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
}
_NEGATED = {
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
}
Node = tuple[Any, Any]
Matches = Callable[[Node, str], bool]
# A state and the characters by which it is left or entered, as bits.
Port = tuple[int, int]


@dataclass(slots=True)
class _Piece:
    """A part of an automaton: the states it begins and ends with, and in how many ways it matches nothing.

    More than one way is two; ``skip`` are the characters before which it may match nothing.
    """

    first: list[Port] = field(default_factory=list)
    last: list[Port] = field(default_factory=list)
    empty: int = 1
    skip: int = -1


class _TooLargeError(Exception):
    pass


def runaway(expression: str, *, cased: bool = False) -> str | None:
    """What is wrong with an expression that can backtrack without end, with its mend; None if nothing is.

    ``cased`` says that it tells small letters from capitals. Raises ``re.error`` for what is no expression.
    """
    tree = _parser.parse(expression, 0 if cased else re.IGNORECASE)
    loops = _loops(tree)
    if not loops and max(map(_times, tree), default=1) < OFTEN:
        return None
    samples = _samples(tree)
    matches = _insensitive if not cased else _matches
    for loop in _outermost(tree):
        if _is_ambiguous(loop, samples, matches):
            return NESTED
    if loops >= IN_A_ROW and _Rows(samples, matches).of(tree)[3] >= IN_A_ROW:
        return ROW
    return None


def _loops(tree: Sequence[Node]) -> int:
    """How many repetitions without a small limit may follow each other at most."""
    count = 0
    for kind, value in tree:
        within = sum(map(_loops, _children((kind, value))))
        if kind in _REPEATS:
            within = max(within, 1) if value[1] > FEW else within * value[1]
        count += within
    return count


def _samples(tree: Sequence[Node]) -> str:
    """All characters the expression names, and some of every category."""
    found = set(_SAMPLES)

    def look(value: Any) -> None:
        if isinstance(value, tuple) and len(value) == 2 and value[0] in {op.LITERAL, op.NOT_LITERAL}:
            found.update({chr(value[1]), chr(value[1]).swapcase()[0]})
        elif isinstance(value, tuple) and len(value) == 2 and value[0] is op.RANGE:
            found.update(map(chr, value[1]))
        elif isinstance(value, list | tuple | _parser.SubPattern):
            for child in value:
                look(child)

    look(tree)
    return "".join(sorted(found))


def _children(node: Node) -> Iterator[Sequence[Node]]:
    kind, value = node
    if kind in _REPEATS:
        yield value[2]
    elif kind is op.SUBPATTERN:
        yield value[3]
    elif kind is op.ATOMIC_GROUP:
        yield value
    elif kind is op.BRANCH:
        yield from value[1]
    elif kind in {op.ASSERT, op.ASSERT_NOT}:
        yield value[1]
    elif kind is op.GROUPREF_EXISTS:
        yield from (child for child in value[1:] if child is not None)


def _is_loop(node: Node) -> bool:
    """Whether a node repeats often, by itself or with the repetitions inside it."""
    return node[0] in _REPEATS and (node[1][1] > FEW or _times(node) >= OFTEN)


def _times(node: Node) -> int:
    """How often the innermost part of a node may come; what repeats without a small limit counts as few."""
    inner = max((_times(child) for tree in _children(node) for child in tree), default=1)
    if node[0] not in _REPEATS:
        return inner
    return max(inner, LOOPED) if node[1][1] > FEW else inner * max(node[1][1], 1)


def _outermost(tree: Sequence[Node]) -> Iterator[Node]:
    """The loops that are in no other loop; what is looked for ahead or back counts as a tree of its own."""
    for node in tree:
        if _is_loop(node):
            yield node
            yield from _asserted(node[1][2])
        else:
            for child in _children(node):
                yield from _outermost(child)


def _asserted(tree: Sequence[Node]) -> Iterator[Node]:
    for node in tree:
        for child in _children(node):
            yield from _outermost(child) if node[0] in {op.ASSERT, op.ASSERT_NOT} else _asserted(child)


class _Automaton:
    """The states of a loop, one for each character class, and the ways between them."""

    def __init__(self, samples: str, matches: Matches) -> None:
        self.samples = samples
        self.matches = matches
        self.every = (1 << len(samples)) - 1
        self.ways: list[list[Port]] = []

    def mask(self, node: Node) -> int:
        """The samples that one class matches, as bits."""
        return sum(1 << n for n, c in enumerate(self.samples) if self.matches(node, c))

    def sequence(self, tree: Sequence[Node]) -> _Piece:
        whole = _Piece()
        for node in tree:
            whole = self._joined(whole, self.piece(node))
        return whole

    def piece(self, node: Node) -> _Piece:
        kind, value = node
        if kind in _SINGLE:
            return self._state(node)
        if kind in _REPEATS:
            return self._repeated(kind, *value, loops=_is_loop(node))
        if kind in {op.BRANCH, op.GROUPREF_EXISTS}:
            pieces = [self.sequence(child) for child in _children(node)]
            return _Piece(
                [port for piece in pieces for port in piece.first],
                [port for piece in pieces for port in piece.last],
                min(sum(piece.empty for piece in pieces), 2),
            )
        if kind is op.ATOMIC_GROUP and len(value) == 1 and value[0][0] in _REPEATS:
            return self._repeated(op.POSSESSIVE_REPEAT, *value[0][1], loops=_is_loop(value[0]))
        if kind in {op.SUBPATTERN, op.ATOMIC_GROUP}:
            return self.sequence(value[3] if kind is op.SUBPATTERN else value)
        return _Piece()

    def _state(self, node: Node) -> _Piece:
        if len(self.ways) >= LARGEST:
            raise _TooLargeError
        self.ways.append([])
        state = len(self.ways) - 1
        return _Piece([(state, self.mask(node))], [(state, self.every)], empty=0)

    def _repeated(self, kind: Any, least: int, most: int, body: Sequence[Node], *, loops: bool) -> _Piece:
        if not loops:
            return self._at_most(least, most, body)
        whole, piece, hollow = _Piece(), _Piece(), 0
        for _ in range(min(max(least, 1), FEW)):
            piece = self.sequence(body)
            hollow = piece.empty
            if piece.empty or not least:
                piece.empty, piece.skip = 2 if piece.empty else 1, -1
            whole = self._joined(whole, piece)
        # The last of the copies is the one that comes again.
        self._link(piece.last, piece.first)
        if hollow:  # it may come once more and match nothing
            whole.last = whole.last * 2
        if kind is op.POSSESSIVE_REPEAT and (single := _single(body)) is not None:
            kept = self.mask(single)  # it gives nothing back: what follows begins with another character
            whole.last, whole.skip = _masked(whole.last, ~kept), -1 if least else ~kept
        return whole

    def _at_most(self, least: int, most: int, body: Sequence[Node]) -> _Piece:
        """So many copies, each of those that may be missing inside the one before: x(x(x)?)?."""
        if not most:
            return _Piece()
        whole = self.sequence(body)
        if most > 1:
            whole = self._joined(whole, self._at_most(max(least - 1, 0), most - 1, body))
        if not least:
            whole.empty, whole.skip = min(whole.empty + 1, 2), -1
        return whole

    def _joined(self, one: _Piece, two: _Piece) -> _Piece:
        self._link(one.last, two.first)
        return _Piece(
            one.first + _masked(two.first, one.skip) * one.empty,
            two.last + _masked(one.last, two.skip) * two.empty,
            min(one.empty * two.empty, 2),
            one.skip & two.skip,
        )

    def _link(self, ends: list[Port], begins: list[Port]) -> None:
        for state, leaving in ends:
            self.ways[state] += [(target, leaving & mask) for target, mask in begins if leaving & mask]


def _masked(ports: list[Port], mask: int) -> list[Port]:
    return [(state, have & mask) for state, have in ports]


def _single(body: Sequence[Node]) -> Node | None:
    """The character class that is all of a body; None if it holds more."""
    while len(body) == 1 and body[0][0] is op.SUBPATTERN:
        body = body[0][1][3]
    return body[0] if len(body) == 1 and body[0][0] in _SINGLE else None


def _insensitive(node: Node, character: str) -> bool:
    return _matches(node, character) or _matches(node, character.swapcase()[0])


def _matches(node: Node, character: str) -> bool:
    kind, value = node
    if kind is op.ANY:
        return character != "\n"
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return any(_matches(item, character) for item in value[negated:]) != negated
    if kind is op.CATEGORY:
        if value in _NEGATED:
            return not _CATEGORIES[_NEGATED[value]](character)
        return bool(_CATEGORIES[value](character))
    if kind is op.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    return bool(value == ord(character)) != (kind is op.NOT_LITERAL)


def _is_ambiguous(loop: Node, samples: str, matches: Matches) -> bool:
    """Whether a loop can read some text in two ways and come back to where it was."""
    automaton = _Automaton(samples, matches)
    try:
        automaton.piece(loop)
    except _TooLargeError:
        return False
    ways = automaton.ways
    reached: set[tuple[int, int]] = set()
    ahead = [(state, state) for state in range(len(ways))]
    while ahead:
        one, two = ahead.pop()
        for number, (to_one, mask_one) in enumerate(ways[one]):
            # From one and the same state each pair of ways is looked at once.
            for to_two, mask_two in ways[two][number + 1 :] if one == two else ways[two]:
                if not mask_one & mask_two:
                    continue
                if to_one == to_two:
                    return True
                pair = (min(to_one, to_two), max(to_one, to_two))
                if pair not in reached:
                    reached.add(pair)
                    ahead.append(pair)
    return False


# For each sample: how many loops in a row can read it and nothing else - through a whole piece, at its
# beginning, at its end, and at most anywhere. Through is -1 where the piece can't be passed so.
Row = tuple[int, int, int, int]


class _Rows:
    """Counts the loops in a row that can read the same character."""

    def __init__(self, samples: str, matches: Matches) -> None:
        self._samples, self._matches = samples, matches

    def of(self, tree: Sequence[Node]) -> Row:
        return max((self._sequence(tree, c) for c in self._samples), key=lambda row: row[3])

    def _sequence(self, tree: Sequence[Node], character: str) -> Row:
        through = begin = end = most = 0
        for node in tree:
            row = self._node(node, character)
            most = max(most, row[3], end + row[1])
            begin = begin if through < 0 else max(begin, through + row[1])
            end = max(row[2], end + row[0] if row[0] >= 0 else 0)
            through = through + row[0] if through >= 0 and row[0] >= 0 else -1
        return through, begin, end, max(most, begin, end)

    def _node(self, node: Node, character: str) -> Row:
        kind, value = node
        if kind in _SINGLE:
            return (0 if self._matches(node, character) else -1), 0, 0, 0
        if kind in _REPEATS:
            row = self._sequence(value[2], character)
            if value[1] > FEW and row[0] >= 0 and kind is not op.POSSESSIVE_REPEAT:
                count = row[0] + 1 if _single(value[2]) is not None else max(row[0], 1)
                return count, count, count, max(count, row[3])
            times = max(value[1], 1) if row[0] >= 0 and kind is not op.POSSESSIVE_REPEAT else 1
            through, begin, end, most = (count * min(times, FEW) for count in row)
            return max(through, 0) if value[0] == 0 else through, begin, end, most
        rows = [self._sequence(child, character) for child in _children(node)] or [(0, 0, 0, 0)]
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            return 0, 0, 0, rows[0][3]
        through, begin, end, most = (max(column) for column in zip(*rows, strict=True))
        return through, begin, end, most
