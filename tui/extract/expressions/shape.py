"""Reads off a regular expression, without compiling it, what its matches hold and how they begin.

Texts are looked at as :func:`plain` makes them. Spaces in an expression and names in curly brackets that
stand for nothing known are taken for anything, as some rules let a space match a line break.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.extract.expressions.wordlist import small

# Beginnings that branch into more than this are told no further.
MOST_LEADS = 64
# Beginnings are told apart by so many characters, half as many of scripts that need fewer.
LONGEST_LEAD = 8
# What is repeated up to so often is spelt out.
SPELT = 4
# And no further where so many beginnings come of it.
_MOST_SPELT = 512
# A class of at most so many characters, with no negation, is a list of words as any other.
_FEW = 32
_MANY = 1_000_000
# Pieces of expressions and lists of words come again and again; so many of them are remembered.
OFTEN = 1024

_DIGIT = re.compile(r"\d")
_NOUGHTS = str.maketrans(dict.fromkeys("123456789", "0"))
_TOKEN = re.compile(
    r"(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<any>\.|\(\?P=\w+\))|(?P<space>\s+)"
    r"|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|>|[a-zA-Z-]*:))?)"
    r"|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<hole>\{[a-z_]+2?\})"
    r"|(?P<times>(?:[?*+]|\{\d*,?\d*\})[?+]?)"
    r"|(?P<escape>\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.))"
    r"|(?P<place>[\^$])|(?P<word>[^\\.^$*+?{}\[\]()|\s]+(?![?*+{])|.)",
    re.DOTALL,
)
_TIMES = re.compile(r"\{(\d*)(,?)(\d*)\}")
# Letters of scripts that need fewer of them.
_FEWER = re.compile(r"[^\W\da-zA-Z_]")
_DIGITS = re.compile(r"(?<!\\)\\d|\d")
_RANGE = re.compile(r"(?<!\\)([^\\])-([^\\])", re.DOTALL)
_NO_LIST = re.compile(r"^\^|.-.|\\\w")

Words = frozenset[str]
NOTHING: Words = frozenset()
SPACE: Words = frozenset(" ")
Shape = tuple["Sequence", ...]


class Item(NamedTuple):
    """A part of an expression and how often it comes: one of ``words``, a ``group``, or anything.

    ``wide`` is false for what only looks at the text, ``said`` for what must not stand there.
    """

    words: Words = NOTHING
    group: Shape = ()
    wide: bool = True
    said: bool = True
    low: int = 1
    high: int = 1


Sequence = tuple[Item, ...]


def plain(text: str) -> str:
    """A text without case and with a nought for every digit, each where it stood."""
    folded = text.casefold()
    if len(folded) != len(text):  # some letters are two without their case
        folded = "".join(one if len(one := letter.casefold()) == 1 else small(letter) for letter in text)
    return folded.translate(_NOUGHTS) if folded.isascii() else _DIGIT.sub("0", folded)


def shape(source: str, parts: Callable[[str], Shape] | None = None) -> Shape:
    """An expression as its alternatives.

    With ``parts``, which tells what names in curly brackets stand for, a space is a space however long.
    """
    return _group(_TOKEN.finditer(source), parts)


def loose(source: str) -> Shape:
    """An expression as its alternatives, where names in curly brackets stand for anything, spaces for any."""
    return shape(source, lambda _name: ((Item(),),))


def alternatives(source: str) -> list[str]:
    """The alternatives of an expression, each an expression of its own."""
    depth, bars = 0, [-1]
    for token in _TOKEN.finditer(source):
        depth += (token.lastgroup == "open") - (token.lastgroup == "close")
        if token.lastgroup == "bar" and not depth:
            bars.append(token.start())
    return [source[start + 1 : end] for start, end in zip(bars, [*bars[1:], len(source)], strict=True)]


def _group(tokens: Iterator[re.Match[str]], parts: Callable[[str], Shape] | None) -> Shape:
    """The alternatives up to the bracket that closes them."""
    choices: list[Sequence] = []
    items: list[Item] = []
    for token in tokens:
        kind, text = token.lastgroup or "", token[0]
        if kind == "times":
            if items:
                items[-1] = _repeated(items[-1], text)
        elif kind == "open":
            looks = "=" in text or text.endswith("!")
            items.append(Item(group=_group(tokens, parts), wide=not looks, said=not text.endswith("!")))
        elif kind == "close":
            break
        elif kind == "bar":
            choices.append(tuple(items))
            items = []
        elif kind == "hole" and parts:
            items.append(Item(group=parts(text[1:-1].removesuffix("2"))))
        else:
            items.append(_item(kind, text, spaced=parts is not None))
    return (*choices, tuple(items))


@lru_cache(OFTEN)
def _item(kind: str, text: str, *, spaced: bool) -> Item:
    """What a piece of an expression that holds no other stands for."""
    if kind == "word":
        return Item(frozenset((plain(text),)))
    if kind == "class":
        return Item(_members(text[1:-1], spaced=spaced))
    if kind == "escape":
        return Item(SPACE) if spaced and text == r"\s" else _escape(text)
    if kind == "space":
        return Item(SPACE if spaced else NOTHING)
    return Item(wide=kind != "place")


def _repeated(item: Item, times: str) -> Item:
    low, high = int(times[0] == "+"), 1 if times[0] == "?" else _MANY
    if item.words == SPACE:
        high = item.high
    elif found := _TIMES.match(times):
        low = int(found[1] or 0)
        high = int(found[3] or _MANY) if found[2] else low
    return Item(item.words, item.group, item.wide, item.said, low, high)


def _escape(text: str) -> Item:
    if text[1] in "xu":
        code = text[2:]
        return Item(frozenset((plain(chr(int(code, 16))),)))
    if text[1] == "d":
        return Item(frozenset("0"))
    if text[1].isalnum():
        return Item(wide=text[1] not in "bBAZ")
    return Item(frozenset((text[1],)) if text[1] != " " else NOTHING)


def _members(listed: str, *, spaced: bool) -> Words:
    """The characters of a class that lists a few of them; nothing for any other class."""
    listed = _DIGITS.sub("0", _RANGE.sub(_spelt_out, listed))
    if spaced:
        listed = listed.replace(r"\s", " ")
    if len(listed) > 4 * _FEW or _NO_LIST.search(listed) or (" " in listed and not spaced):
        return NOTHING
    members = frozenset(map(plain, listed.replace("\\", "")))
    return members if len(members) <= _FEW else NOTHING


def _spelt_out(span: re.Match[str]) -> str:
    """All characters of a range, where they are few."""
    low, high = ord(span[1]), ord(span[2])
    return "".join(map(chr, range(low, high + 1))) if 0 <= high - low < _FEW else span[0]


def backwards(known: Shape) -> Shape:
    """A shape as it is read from its end."""
    return tuple(
        tuple(
            item._replace(words=frozenset(w[::-1] for w in item.words), group=backwards(item.group))
            for item in reversed(sequence)
        )
        for sequence in known
    )


def leads(known: Shape, longest: int = LONGEST_LEAD) -> Words:
    """How matches may begin: every match begins with one of these; the empty word stands for anything.

    What few letters tell is told the sooner: so many ``longest``, half as many of scripts that need fewer.
    """
    return frozenset(text for text, _ in _leads(known, longest))


@lru_cache(OFTEN)
def _leads(known: Shape, longest: int) -> frozenset[tuple[str, bool]]:
    """The beginnings of a shape, and whether each is the whole of it, so that it may go on."""
    found: set[tuple[str, bool]] = set()
    for sequence in known:
        live, done = {""}, set[str]()
        for item in sequence:
            if item.wide:
                live = _extended(live, item, done, longest)
                if not live:
                    break
        found |= {(text, True) for text in live} | {(text, False) for text in done}
    return frozenset(found)


def _extended(live: set[str], item: Item, done: set[str], longest: int) -> set[str]:
    """Beginnings with one more part behind them; those of which no more is known are put among ``done``."""
    if not item.words and not item.group:
        done |= live
        return set() if item.low else live
    steps = {(word, True) for word in item.words} if item.words else _leads(item.group, longest)
    if len(live) * len(steps) > MOST_LEADS:
        # What has begun is told no further, but for a short word as "the", with which much begins; what has
        # not must begin with this part.
        short = {begun for begun in live if begun[-1:] == " " and len(begun) <= longest // 2}
        on = {"", *short} if (len(short) + 1) * len(steps) <= MOST_LEADS else {""}
        done |= live - on
        live = live & on
    kept = set() if item.low else set(live)
    for count in range(1, min(item.high, SPELT) + 1):
        if count > 1 and len(live) * len(steps) > _MOST_SPELT:
            done |= live
            break
        further: set[str] = set()
        for begun in live:
            for text, whole in steps:
                longer = _cut(begun + text, longest)
                (further if whole and longer == begun + text else done).add(longer)
        live = further
        if count >= item.low:
            kept |= live
    if item.high > SPELT:
        done |= live
    return kept


def _cut(lead: str, longest: int) -> str:
    if len(lead) <= longest // 2:
        return lead
    told = lead[:longest]
    # Marks of any script stand among Latin letters, too.
    return told if told.isascii() or not _FEWER.search(told) else lead[: longest // 2]
