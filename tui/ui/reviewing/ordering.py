"""The order of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from tui.review.order import NOTHING, ORDERS, Section, grouped
from tui.ui.handling import Handler, handles
from tui.ui.i18n import N_, _, ngettext
from tui.ui.labels import field_label
from tui.ui.reviewing.base import Doing
from tui.workspace import Why

if TYPE_CHECKING:
    from tui.review.renewal import Renewal
    from tui.ui.reviewing.screen import ReviewScreen

_CHANGED = "!"  # names the group of claims that changed since the last time

_ORDER_WORDS = {
    "text": N_("in the order of the text"),
    "doubt": N_("least sure first"),
    "indicator": N_("by indicator"),
    "field": N_("by field in trouble"),
}


def _parts(renewal: "Renewal") -> Iterator[tuple[str, tuple[str, ...]]]:
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
        self._list_again()

    def name_again(self) -> None:
        """Head the claims by the names of their indicators once these are known."""
        if self.order == "indicator":
            self._list_again()

    def _list_again(self) -> None:
        self.screen.set_ids(self.review.in_text_order(self.screen.ids))
        self.screen.claim_list.set_current(self.screen.current)

    def resume(self, name: str) -> None:
        """Take up the order of the last time."""
        self.order = name if name in ORDERS else "text"

    def put_first(self, renewals: "Mapping[Why, Renewal]") -> str:
        """List first the claims that changed since the last time; says what became of them all."""
        names: list[str] = []
        said: list[str] = []
        for why, renewal in renewals.items():
            names += [*renewal.vanished, *renewal.changed, *renewal.moved]
            said.append(self.told(renewal, _("Articles changed") if why == "disk" else _("Extracted again")))
        self.first = tuple(dict.fromkeys(name for name in names if name in self.review))
        return " \u00b7 ".join(said)

    def told(self, renewal: "Renewal", what: str) -> str:
        """What became of claims, behind ``what`` was done."""
        counts = [_(words).format(count=f"{len(ids):,}") for words, ids in _parts(renewal) if ids]
        return " \u00b7 ".join([what, *counts, *self._staying(renewal)])

    def _staying(self, renewal: "Renewal") -> Iterator[str]:
        """How many of the changed claims stay as they were decided."""
        count = sum(name in self.review and self.review[name].decided for name in renewal.changed)
        if count:
            words = ngettext(
                "{count} decided one stays as it was", "{count} decided ones stay as they were", count
            )
            yield words.format(count=f"{count:,}")

    def arranged(self, ids: list[str]) -> list[Section]:
        """Claims, given as the text runs, in the order of work; what changed since the last time is first."""
        found = grouped(ids, self.order, self.review, self.screen.showing.all_troubles)
        if not self.first:
            return found
        ahead, shown = set(self.first), set(ids)
        first = Section(_CHANGED, [claim_id for claim_id in self.first if claim_id in shown])
        return [first, *(Section(name, [i for i in each if i not in ahead]) for name, each in found)]

    def headings(self, groups: Iterable[Section]) -> list[tuple[int, str]]:
        """What stands between the claims of groups: the place in them and the words."""
        found: list[tuple[int, str]] = []
        at, before = 0, None
        for name, ids in groups:
            if ids and name != before:
                before, words = name, self._words(name)
                found += [(at, words)] if words else []
            at += len(ids)
        return found

    def _words(self, name: str) -> str:
        if name == _CHANGED:
            return _("changed since the last time")
        if self.order == "text":
            several = len(self.review.articles) > 1
            return self.review.article(name).label if several else ""
        if self.order == "indicator":
            return _("no indicator") if name == NOTHING else self.screen.desk.indicator_name(name)
        if self.order == "field" and name == NOTHING:
            return _("nothing in trouble")
        if self.order == "field":
            in_trouble = _("trouble: {field}").format(field=field_label(name))
            return _("less sure") if name == "confidence" else in_trouble
        return _(_ORDER_WORDS[self.order])
