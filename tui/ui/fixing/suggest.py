"""What the reviewer may mean in a field: values seen in the article and the session, best first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from tui.model import Claim

OPEN_FIELDS = ("unit", "per", "subject", "place", "period", "indicator")
SHOWN = 9
_GOOD_ENOUGH = 55
_MANY = 5000  # so many different values are searched at most, the commonest ones


class Seen:
    """The values that the open fields have in a session, counted over all of it and for each article."""

    def __init__(self) -> None:
        self._all: dict[str, Counter[str]] = {name: Counter() for name in OPEN_FIELDS}
        self._near: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, claim: Claim) -> None:
        """Count the values of a claim."""
        for name in OPEN_FIELDS:
            value = getattr(claim, name)
            if value:
                self._all[name][value] += 1
                self._near[name, claim.article][value] += 1

    def offer(self, name: str, value: str) -> None:
        """Make a value known that no claim holds yet, such as an indicator of the catalogue."""
        self._all[name].setdefault(value, 0)

    def suggest(
        self,
        name: str,
        article: str,
        typed: str = "",
        called: Callable[[str], Sequence[str]] = lambda _value: (),
    ) -> list[str]:
        """At most nine values for a field, those of the article before others of equal fit.

        What is typed may also be like something that a value is ``called``.
        """
        near = [value for value, _count in self._near[name, article].most_common()]
        far = [value for value, _count in self._all[name].most_common(_MANY)]
        pool = list(dict.fromkeys([*near, *far]))
        if not typed.strip():
            return pool[:SHOWN]
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - not before something is typed

        # A stable order: rapidfuzz keeps that of the pool among equals.
        texts = [(value, text) for value in pool for text in (value, *called(value))]
        found = process.extract(
            typed,
            [text for _value, text in texts],
            scorer=fuzz.WRatio,
            processor=utils.default_process,
            limit=None if len(texts) > len(pool) else SHOWN * 2,
            score_cutoff=_GOOD_ENOUGH,
        )
        wanted = typed.casefold()
        ranked = sorted(found, key=lambda hit: not hit[0].casefold().startswith(wanted))
        return list(dict.fromkeys(texts[at][0] for _text, _score, at in ranked))[:SHOWN]
