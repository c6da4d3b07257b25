"""What the libraries that read records say is wrong with one, in sentences of our own."""

import re
from functools import reduce

import msgspec

from tui.model.telling import Told

_WRONG = (
    (
        re.compile(r"Object contains unknown field (?P<field>.*)"),
        Told("the entry contains unknown field {field}"),
    ),
    (re.compile(r"Object missing required field (?P<field>.*)"), Told("the entry lacks the field {field}")),
    (re.compile(r"Invalid enum value (?P<value>.*)"), Told("{value} is no value that is known here")),
)
_EXPECTED = re.compile(r"Expected (?P<wanted>.*), got (?P<found>.*)")
_KINDS = {
    "str": Told("text"),
    "int": Told("a whole number"),
    "float": Told("a number"),
    "decimal": Told("a number"),
    "bool": Told("true or false"),
    "null": Told("nothing"),
    "array": Told("a list"),
    "object": Told("an entry"),
}
_BYTE = re.compile(r"\(byte (\d+)\)")


def why_no_record(error: msgspec.ValidationError) -> tuple[str, Told]:
    """A validation error as (path inside the record such as ``.value``, reason in plain words)."""
    message, _, place = str(error).partition(" - at `$")
    place, message = place.rstrip("`"), message.replace("`", "")
    for pattern, template in _WRONG:
        if found := pattern.fullmatch(message):
            return place, Told(template, **found.groupdict())
    if found := _EXPECTED.fullmatch(message):
        wanted, got = _kind(found["wanted"]), _kind(found["found"])
        return place, Told("here belongs {wanted}, not {found}", wanted=wanted, found=got)
    return place, Told("what stands here is no value that fits")


def _kind(words: str) -> Told:
    """The kinds of a value that a library names, as in ``str | null``."""
    kinds = dict.fromkeys(
        _KINDS.get(each.split(" ")[0], Told("something else")) for each in words.split(" | ")
    )
    return reduce(lambda one, other: Told("{one} or {other}", one=one, other=other), kinds)


def why_no_json(error: Exception) -> Told:
    """Why a line is no JSON."""
    if isinstance(error, UnicodeDecodeError):
        return Told("is not UTF-8 text")
    if found := _BYTE.search(str(error)):
        return Told("it goes wrong at byte {place}", place=found[1])
    return Told("it breaks off")
