"""Tells the encoding of a file and decodes it."""

import codecs
import re

from tui.articles.headers import HeaderRules
from tui.model.telling import Told

SAMPLE = 60_000  # bytes: enough to tell encodings apart
LEAST_COMMON = 0.25  # of the characters outside ASCII; less says that it is no text in that encoding
MOST_CONTROLS = 0.05  # of the characters; more says that it is no text
NULS_OF_UTF16 = 0.05  # of the bytes at odd or at even places
NULS_OF_ASCII = 0.4  # the same where all characters are of ASCII, each of which has one
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What other files begin with, and what to do about them.
SIGNATURES = (
    (b"%PDF-", Told("a PDF: save its text as .txt (for example with pdftotext) and open that")),
    (b"PK\x03\x04", Told("a ZIP or Office file (.docx, .xlsx): save it as plain text and open that")),
    (b"\xd0\xcf\x11\xe0", Told("an old Office file (.doc): save it as plain text and open that")),
    (b"{\\rtf", Told("an RTF file: save it as plain text and open that")),
    (b"\x89PNG", Told("a picture, not a text")),
    (b"\xff\xd8\xff", Told("a picture, not a text")),
    (b"GIF8", Told("a picture, not a text")),
    (b"\x1f\x8b", Told("a gzip file: unpack it first")),
)
NOT_TEXT = Told("not a text file")
UNKNOWN = Told("in an encoding that is not recognised: save it as UTF-8")


class NotTextError(ValueError):
    """The bytes are no text that can be read; the message says what they are and what to do."""


def decode(data: bytes, rules: HeaderRules) -> tuple[str, str]:
    """The text and its encoding. A byte order mark is no part of the text; nothing else is changed.

    UTF-8 is tried first and strictly, then UTF-16 without a mark, then the encodings of the language rules,
    of which the one that yields the most common characters is taken. Raises NotTextError.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    if told := next((told for signature, told in SIGNATURES if data.startswith(signature)), None):
        raise NotTextError(told)
    if wide := _utf16(data):
        return _strict(data, wide), wide
    try:
        return _plain(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        legacy = _best(data, rules)
        return _strict(data, legacy), legacy


def _utf16(data: bytes) -> str | None:
    """UTF-16 of anything but pure Chinese has zero bytes (of line ends, digits, spaces), all on one side."""
    sample = data[:SAMPLE]
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if len(data) % 2 or min(even, odd) * 4 > max(even, odd) or max(even, odd) < NULS_OF_UTF16:
        return None
    if sample.isascii() and max(even, odd) < NULS_OF_ASCII:
        return None  # plain text with stray zeros in it
    return "utf-16-le" if odd > even else "utf-16-be"


def _best(data: bytes, rules: HeaderRules) -> str:
    scores: dict[str, float] = {}
    for rule in rules.languages.values():
        for encoding in rule.encodings:
            share = _common_share(data, encoding, frozenset(rule.letters))
            scores[encoding] = max(share, scores.get(encoding, 0.0))
    best = max(scores, key=scores.__getitem__, default="")
    if not best or scores[best] < LEAST_COMMON:
        raise NotTextError(NOT_TEXT if _controls(data[:SAMPLE].decode("latin-1")) else UNKNOWN)
    return best


def _common_share(data: bytes, encoding: str, common: frozenset[str]) -> float:
    """The share of common characters among those outside ASCII, if the bytes are valid in the encoding."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(data[:SAMPLE])
    except (UnicodeDecodeError, LookupError):
        return 0.0
    outside = OUTSIDE_ASCII.findall(text)
    return sum(map(common.__contains__, outside)) / len(outside) if outside else 0.0


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _plain(data.decode(encoding))
    except UnicodeDecodeError as error:
        told = Told("damaged: not valid {encoding} at byte {place}", encoding=encoding, place=error.start)
        raise NotTextError(told) from None


def _plain(text: str) -> str:
    if _controls(text[:SAMPLE]):
        raise NotTextError(NOT_TEXT)
    return text


def _controls(text: str) -> bool:
    return len(CONTROLS.findall(text)) > MOST_CONTROLS * len(text)
