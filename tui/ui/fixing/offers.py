"""What is offered for a field: what may be meant by this very claim first, then what was seen elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.ui.fixing.suggest import SHOWN

SHOWN_SEEN = 3  # of what was seen before, where something better is offered as well
_LONGEST_TYPED = 40


@dataclass(frozen=True, slots=True)
class Known:
    """Where offers come from, each with its best first.

    ``likewise`` follow from the last fix, ``meant`` is what may be meant by the claim, ``phrases`` are
    stretches of the text that begin with what is typed, ``seen`` are the values of other claims.
    """

    likewise: Sequence[str] = ()
    meant: Sequence[str] = ()
    phrases: Sequence[str] = ()
    seen: Sequence[str] = ()


def offers(known: Known, typed: str = "", leave_out: str | None = None) -> list[str]:
    """At most nine values for a field; typing narrows them to what begins so, or has a word that does."""
    wanted = typed.strip().casefold()
    if not wanted:
        room = SHOWN - min(len(known.seen), SHOWN_SEEN)
        order = [*known.likewise, *known.meant[:room], *known.seen, *known.meant[room:]]
    else:
        own = [*known.likewise, *known.meant]
        begun = [value for value in own if value.casefold().startswith(wanted)]
        seen = [value for value in known.seen if value.casefold().startswith(wanted)]
        inside = [value for value in own if len(wanted) <= _LONGEST_TYPED and _word_begins(value, wanted)]
        order = [*begun[:SHOWN_SEEN], *seen[:SHOWN_SEEN], *begun, *known.phrases, *inside, *known.seen]
    return _few(order, leave_out)


def likewise(was: str, became: str, now: str) -> str:
    """What ``now`` becomes if it is changed as ``was`` was: something put before or behind, or taken off.

    Empty where the change was no such thing.
    """
    if not was or not became or was == became:
        return ""
    if was in became:
        before, _was, behind = became.partition(was)
        return before + now + behind
    if became in was:
        before, _became, behind = was.partition(became)
        if now.startswith(before) and now.endswith(behind) and len(now) > len(before) + len(behind):
            return now[len(before) : len(now) - len(behind)]
    return ""


def _word_begins(value: str, wanted: str) -> bool:
    folded = value.casefold()
    at = folded.find(wanted, 1)
    while at > 0 and folded[at - 1].isalnum() and folded[at - 1].isascii():
        at = folded.find(wanted, at + 1)
    return at > 0


def _few(values: Iterable[str], leave_out: str | None) -> list[str]:
    different = dict.fromkeys(value for value in values if value and value != leave_out)
    return list(different)[:SHOWN]
