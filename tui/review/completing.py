"""What a filter may go on with: the names of fields, and the values that the claims have in them."""

import re
from collections import Counter
from typing import NamedTuple

from tui.review.conditions import STATES
from tui.review.folded import fold
from tui.review.query import NOTHING, QueryError, parse, quoted, shown_values
from tui.review.review import Review

# The fields that are offered, the likeliest first; other ones are found by their first letters.
FIELDS = ("state", "unit", "place", "indicator", "period", "article", "doubt", "measure", "bound", "status")
MORE = ("subject", "text", "conf", "value", "per", "note", "reason", "by")
_LONGEST = 60  # characters of a value that is still offered
_LAST = re.compile(
    r"""(?P<head>(?:.*?\s)??)  # what stands before the last part
    (?P<minus>-?)(?:(?P<field>[a-z]+)(?P<op>[:=]))?
    (?P<value>"(?:[^"\\]|\\.)*"?|[^\s"]*)\Z""",
    re.VERBOSE | re.DOTALL,
)


class Completion(NamedTuple):
    """A filter whose last part is complete, that part's value or field, and how many claims have it."""

    filter: str
    shown: str
    claims: int = 0


def completions(typed: str, review: Review) -> list[Completion]:
    """What ``typed`` may become when its last part is completed, the commonest first; empty if nothing."""
    found = _LAST.match(typed)
    if found is None or found["head"].count('"') % 2:
        return []
    head, name = found["head"] + found["minus"], found["field"]
    if name is None:
        names = (each for each in (*FIELDS, *MORE) if each.startswith(found["value"].casefold()))
        return [Completion(f"{head}{each}:", f"{each}:") for each in names]
    wanted = fold(found["value"].strip('"').replace('\\"', '"'))
    counts = _counts(found["head"], name, review)
    called = review.called if name == "indicator" else lambda _value: ()
    texts = {value: [fold(text) for text in (value, *called(value))] for value in counts}
    fits = [value for value in counts if any(wanted in text for text in texts[value])]
    fits.sort(key=lambda value: (not any(t.startswith(wanted) for t in texts[value]), -counts[value]))
    return [
        Completion(
            head + name + found["op"] + (value if value == NOTHING else quoted(value)),
            next(iter(called(value)), value),
            counts[value],
        )
        for value in fits
    ]


def _counts(head: str, name: str, review: Review) -> Counter[str]:
    """How many of the claims that pass the filter ``head`` have each value of a field."""
    try:
        query = parse(head)
    except QueryError:
        return Counter()
    counts: Counter[str] = Counter()
    for values, claims in shown_values(name, review, query).items():
        shown = {value for value in values if value and len(value) <= _LONGEST} or {NOTHING}
        counts.update(dict.fromkeys(shown, claims))
    if name == "state":
        counts.update(dict.fromkeys((state for state in STATES if state not in counts), 0))
    return counts if any(value != NOTHING for value in counts) else Counter()
