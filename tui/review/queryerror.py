"""Why a filter can't be read, and what would mend it."""

from collections.abc import Sequence

from tui.model.telling import Told

# Both by code.
REASONS = {
    "open": Told("a quote begins here and doesn't end"),
    "close": Told('put a " at its end'),
    "many": Told("a filter has {limit} parts at most"),
    "fewer": Told("leave out the rest"),
    "inner": Told("a quote stands in the middle of a word"),
    "space": Told('put a space before the "'),
    "nothing": Told("there is nothing to look for"),
    "write": Told("write what to look for, such as {example}"),
    "field": Told("there is no field {field!r}"),
    "compare": Told("{field} can't be compared with {op}"),
    "equal": Told("write {example}"),
    "value": Told("there is no {field} {value!r}"),
    "number": Told("{value!r} is no number"),
    "digits": Told("write a number such as {example}"),
    "meant": Told("did you mean {best}?"),
    "known": Told("known are {known}"),
}


class QueryError(ValueError):
    """A filter that can't be read: where (a code point of the filter), why, and what would mend it.

    ``reason`` and ``mend`` are codes of ``REASONS``; its argument is the whole sentence, with ``details``.
    """

    def __init__(self, position: int, reason: str, mend: str, **details: str) -> None:
        self.position, self.reason, self.mend = position, reason, mend
        super().__init__(
            Told(
                "character {place}: {reason}; {mend}",
                place=position + 1,
                reason=Told(REASONS[reason], **details),
                mend=Told(REASONS[mend], **details),
            )
        )


def meant(value: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What a mistaken value may have been meant for, or else what there is: a code and its details."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for mistakes only

    best = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=55)
    return ("meant", {"best": best[0]}) if best else ("known", {"known": ", ".join(known)})
