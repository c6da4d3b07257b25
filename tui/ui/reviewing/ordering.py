"""The order of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.model import FIELDS
from tui.review.order import ORDERS, ordered
from tui.review.renewal import Renewal
from tui.ui.handling import Handler, handles
from tui.ui.i18n import N_, _
from tui.ui.labels import field_label
from tui.ui.reviewing.base import Doing
from tui.workspace import Why

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

_ORDER_WORDS = {
    "text": N_("in the order of the text"),
    "doubt": N_("least sure first"),
    "indicator": N_("by indicator"),
    "field": N_("by field in trouble"),
}


def _parts(renewal: Renewal) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield N_("{count} kept"), renewal.kept
    yield N_("{count} moved"), renewal.moved
    yield N_("{count} changed"), renewal.changed
    yield N_("{count} new"), renewal.new
    yield N_("{count} vanished"), renewal.vanished


class Ordering(Doing):
    """Claims that changed on disk come first until an order is chosen; ``order`` is one of `ORDERS`."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.order = "text"
        self.first: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether the claims stand just as the text runs."""
        return self.order == "text" and not self.first

    @property
    def more_handlers(self) -> dict[str, Handler]:
        """A command for each order."""
        return {f"order.{name}": partial(self.set_order, name) for name in ORDERS}

    @handles("view.order")
    def next_order(self, _count: int) -> None:
        """The next order."""
        here = ORDERS.index(self.order) if self.order in ORDERS else -1
        self.set_order(ORDERS[(here + 1) % len(ORDERS)])

    def set_order(self, name: str, _count: int = 1) -> None:
        """List the claims in another order and go to what comes first in it; as the text runs, stay."""
        self.lay(name)
        pending = (i for i in self.screen.ids if self.review[i].verdict == "pending")
        first = None if name == "text" else next(pending, None)
        if first is not None:
            self.screen.go_to(first)
        self.screen.say(_("Order of work: {order}").format(order=_(_ORDER_WORDS[name])))

    def lay(self, name: str) -> None:
        """List the claims in another order and stay at the current one."""
        self.order, self.first = name, ()
        self.screen.set_ids(self.review.in_text_order(self.screen.ids))
        self.screen.claim_list.set_current(self.screen.current)

    def resume(self, name: str) -> None:
        """Take up the order of the last time."""
        self.order = name if name in ORDERS else "text"

    def put_first(self, renewals: Mapping[Why, Renewal]) -> str:
        """List first the claims that changed since the last time; says what became of them all."""
        names: list[str] = []
        said: list[str] = []
        for why, renewal in renewals.items():
            for kind in ("vanished", "changed", "moved"):
                names += getattr(renewal, kind)
            counts = [_(words).format(count=len(ids)) for words, ids in _parts(renewal) if ids]
            what = _("Extracted again") if why == "rules" else _("Articles changed")
            said.append(f"{what}: " + ", ".join(counts))
        self.first = tuple(dict.fromkeys(name for name in names if name in self.review))
        return " · ".join(said)

    def arranged(self, ids: Iterable[str]) -> list[str]:
        """Claims, given as the text runs, in the order of work."""
        found = list(ids)
        if self.order != "text":
            found = ordered(found, self.order, self.review, self.screen.showing.checks)
        if self.first:
            ahead, shown = set(self.first), set(found)
            found = [i for i in self.first if i in shown] + [i for i in found if i not in ahead]
        return found

    def headings(self, ids: Sequence[str]) -> list[tuple[int, str]]:
        """What stands between the claims of a list: the place in it and the words."""
        if self.plain and len(ids) == len(self.review):
            return self._articles()
        keys = self._keys(ids)
        if self.first:
            ahead = set(self.first)
            keys = ["!" if claim_id in ahead else key for claim_id, key in zip(ids, keys, strict=True)]
        before = [None, *keys]
        found = [(at, self._words(key)) for at, key in enumerate(keys) if key != before[at]]
        return [(at, words) for at, words in found if words]

    def _articles(self) -> list[tuple[int, str]]:
        """The titles over all claims as the text runs: no claim need be looked at."""
        found: list[tuple[int, str]] = []
        at = 0
        for article in self.review.articles if len(self.review.articles) > 1 else ():
            claims = self.review.progress(article.id).total
            if claims:
                found.append((at, article.title or article.name))
            at += claims
        return found

    def _keys(self, ids: Sequence[str]) -> list[str]:
        """What the heading over each claim goes by, empty for none."""
        if self.order == "text" and len(self.review.articles) > 1:
            return [state.claim.article for state in self.review.states(ids)]
        if self.order == "indicator":
            return [state.claim.indicator or "-" for state in self.review.states(ids)]
        if self.order == "field":
            return [self._field_in_trouble(claim_id) for claim_id in ids]
        return [""] * len(ids)

    def _field_in_trouble(self, claim_id: str) -> str:
        fields = {problem.field for problem in self.screen.showing.checks.problems(claim_id)}
        return next((name for name in (*FIELDS, "confidence") if name in fields), "-")

    def _words(self, key: str) -> str:
        if key == "!":
            return _("changed since the last time")
        if self.order == "text":
            article = self.review.article(key) if key else None
            return (article.title or article.name) if article is not None else ""
        if self.order == "indicator":
            return _("no indicator") if key == "-" else key.replace("_", " ")
        if self.order == "field":
            if key == "-":
                return _("nothing in trouble")
            return (
                _("less sure")
                if key == "confidence"
                else _("trouble: {field}").format(field=field_label(key))
            )
        return _(_ORDER_WORDS[self.order])
