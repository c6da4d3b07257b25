"""What a terminal may show of a text from outside: one character for one, so that offsets hold."""

import re
import unicodedata

STAND_IN = "\u25af"  # an empty box: something stood here that has no shape of its own

# Format characters that are common and harmless in news text: they show as nothing much.
_QUIET = {
    0x09: " ",
    0x0A: "\n",
    0x0D: " ",
    0x7F: "\u2421",
    0xAD: "-",
    0x034F: " ",
    0x200B: " ",
    0x200C: " ",
    0x200D: " ",
    0x2060: " ",
    0xFEFF: " ",
}
# Variation selectors and skin tones change the width of what stands before them.
_MODIFIERS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF), (0x1F3FB, 0x1F3FF))
_LONE_RETURN = re.compile(r"\r(?!\n)")
_UNSHOWABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def _stand_in(code: int) -> str:
    if code in _QUIET:
        return _QUIET[code]
    if code < 0x20:
        return chr(0x2400 + code)  # the picture of that control character
    if 0x1F1E6 <= code <= 0x1F1FF:
        return chr(code - 0x1F1E6 + ord("A"))  # half a flag: terminals disagree about its width
    if any(first <= code <= last for first, last in _MODIFIERS):
        return " "
    category = unicodedata.category(chr(code))
    if category in _UNSHOWABLE:
        return STAND_IN
    return " " if category == "Zs" and code != 0x3000 else chr(code)


class _Table(dict[int, str]):
    """A table for ``str.translate`` that decides about a character when it first meets it."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _stand_in(code)
        return shown


_TABLE = _Table()


def sanitise(text: str) -> str:
    """``text`` as it may be shown: of the same length, and with nothing a terminal would obey.

    Line feeds stay, for whoever wraps the text; a carriage return on its own becomes one. Control
    characters become their pictures, tabs and harmless invisible characters a space, and bidirectional
    controls, lone surrogates, private and unassigned characters an empty box.
    """
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    return text.translate(_TABLE)


def one_line(text: str) -> str:
    """``text`` as it may be shown on a single line; of the same length."""
    return sanitise(text).replace("\n", " ")


# What `revealed` shows where `sanitise` would leave a gap.
_SEEN = {
    0x09: "\u2409",
    0x0A: "\n",
    0x0D: "\u240d",
    0xA0: "\u237d",
    0xAD: "\u00ac",
}


class _Seen(dict[int, str]):
    """A table that gives a sign to every character of which `sanitise` leaves only a gap."""

    def __missing__(self, code: int) -> str:
        shown = _SEEN.get(code) or _stand_in(code)
        shown = self[code] = STAND_IN if shown == " " and code != 0x20 else shown
        return shown


_SEEN_TABLE = _Seen()


def revealed(text: str) -> str:
    """``text`` with a visible sign for each character that has no shape; of the same length.

    Only line feeds stay as they are, for whoever wraps the text. Nothing in it would be obeyed by a terminal.
    """
    return text.translate(_SEEN_TABLE)
