"""The filter line: states, ``doubt``, ``note``, ``field:text`` and plain words; all of them must hold."""

from collections.abc import Callable
from typing import get_args

from tui.model import FIELDS
from tui.review import ClaimState, Verdict
from tui.ui.i18n import _
from tui.ui.values import show_value

STATES: tuple[str, ...] = get_args(Verdict)
Test = Callable[[ClaimState], bool]


class FilterError(ValueError):
    """A filter that means nothing, with the reason in the reader's language."""


def parse_filter(text: str) -> Test:
    """What ``text`` asks of a claim.

    Raises:
        FilterError: a part of it is unknown.
    """
    tests = [_part(part) for part in _parts(text)]
    return lambda state: all(test(state) for test in tests)


def _parts(text: str) -> list[str]:
    """The words of the filter; quotes hold words together."""
    parts, part, quoted = [], "", False
    for char in text:
        if char == '"':
            quoted = not quoted
        elif char.isspace() and not quoted:
            parts.append(part)
            part = ""
        else:
            part += char
    return [each for each in [*parts, part] if each]


def _part(part: str) -> Test:
    word = part.casefold()
    if word in STATES:
        return lambda state: state.verdict == word
    if word == "doubt":
        return lambda state: bool(state.claim.doubts)
    if word == "note":
        return lambda state: bool(state.note)
    name, colon, wanted = word.partition(":")
    if colon and name in {"state", *FIELDS, "indicator"}:
        return _field(name, wanted)
    if colon and name.isascii() and name.isalpha():
        known = ", ".join(["state", *FIELDS, "indicator"])
        raise FilterError(_("there is no field {name}; known are {known}").format(name=name, known=known))
    return lambda state: any(word in text for text in _texts(state))


def _field(name: str, wanted: str) -> Test:
    if name == "state":
        if wanted not in STATES:
            raise FilterError(_("a state is one of {states}").format(states=", ".join(STATES)))
        return lambda state: state.verdict == wanted
    if name == "value":
        return lambda state: wanted.replace(",", "") in show_value(state.claim.value).replace(",", "")
    return lambda state: wanted in str(getattr(state.claim, name) or "").casefold()


def _texts(state: ClaimState) -> list[str]:
    claim = state.claim
    texts = (claim.subject, claim.place, claim.unit, claim.period, claim.indicator, state.note)
    return [text.casefold() for text in texts if text]
