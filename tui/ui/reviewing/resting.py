"""Makes ready what keys ask for, bit by bit, while nobody has to wait for it."""

import asyncio
from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from time import monotonic

from tui.model import Article
from tui.review.conditions import NUMBERS
from tui.review.facets import FACETS
from tui.review.folded import READ, folded_lines
from tui.review.order import COLUMNS
from tui.ui.desk import LONG_ARTICLE
from tui.ui.memory import loading
from tui.ui.reviewing.base import Doing

AT_ONCE = 500  # claims looked at in one go, which takes a few milliseconds
BETWEEN = 0.005  # seconds that are left to keys then
SHOWN = 0.2  # seconds after a key within which what it opens is shown, on a busy machine too
# What keys open, as far as it is loaded only then: not to see the first text.
OPENED = (
    *("tui.ui.screens.help", "tui.review.completing", "tui.review.paragraphs", "tui.ui.widgets.claim_story"),
    *("tui.ui.screens.overview", "tui.ui.screens.batch", "tui.review.similar", "tui.ui.fixing.phrases"),
    *("yaml", "tui.storage.yamltext", "tui.ui.screens.palette", "tui.ui.reviewing.places"),
    *("tui.ui.screens.raw", "tui.ui.screens.sessions"),
)


class Resting(Doing):
    """Begins once the claims can be seen; what a key asks for before its turn is made then, all at once."""

    async def prepare(self) -> None:
        """Look for problems, then make the rest ready, but not while somebody waits for the first article."""
        with loading():
            await self._do(self.screen.showing.look_for_problems(AT_ONCE))
            if self.review.articles:
                await self._do(self._bits())

    async def _do(self, bits: Iterator[object]) -> None:
        """Do one bit after the other, none of them between a key and what it shows."""
        app = self.screen.app
        for _done in bits:
            await asyncio.sleep(BETWEEN)
            while (wait := app.last_key + SHOWN - monotonic()) > 0:  # noqa: ASYNC110 - a key may come meanwhile
                await asyncio.sleep(wait)

    def _bits(self) -> Iterator[object]:
        """What is to be done, a few milliseconds each."""
        showing, fixing, columns = self.screen.showing, self.screen.fixing, self.review.columns
        yield from map(columns.of, {*FACETS, *NUMBERS, "subject", *chain.from_iterable(COLUMNS.values())})
        for number, article in enumerate(self.review.articles):
            bits = self._of(article, searched=number < READ)
            yield from bits if len(article.text) > LONG_ARTICLE else [list(bits)]
        yield from map(import_module, OPENED)
        ids = tuple(self.review.claim_ids)
        if ids:
            self.review.position(ids[0])  # where each stands is worked out for all of them
        for at in range(0, len(ids), AT_ONCE):  # for orders, batches and fixes, which want those of all
            showing.look_at(ids[at : at + AT_ONCE])
            fixing.see_on(AT_ONCE)
            yield None
        if self.screen.desk.is_ready:
            fixing.see_vocabulary()

    def _of(self, article: Article, *, searched: bool) -> Iterator[object]:
        """What searches, filters, orders and headings want of an article."""
        if searched:
            yield folded_lines(article.text)
        yield self.review.written(article.id)
        for names in COLUMNS.values():
            yield self.review.alike(names, article.id)
