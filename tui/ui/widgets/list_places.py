"""Where each of many claims stands in a list: one that comes, goes or moves costs nothing for the others."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

FAR = 50  # changes after which all are looked at anew
STEP = 1_000  # ids noted in one go


class ListPlaces(Mapping[str, int]):
    """The place of each id in a list; places a few changes old are looked for near where they were.

    They are noted from the top, as far as was asked for: who goes to the first of many waits for no others.
    The first that is asked for is looked for alone, for mostly no other one is.
    """

    def __init__(self, ids: Sequence[str] = ()) -> None:
        self._note(ids)

    def _note(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._near: dict[str, int] = {}
        self._unnoted = iter(range(0, len(ids), STEP))
        self._asked, self._absent = False, ""  # what was looked for alone and isn't there
        self._drift = 0  # by how many places an id may have moved since it was noted

    def _note_some(self) -> bool:
        """Note some more ids; false where all are noted."""
        first = next(self._unnoted, None)
        if first is None:
            return False
        some = self._ids[first : first + STEP]
        self._near.update(zip(some, range(first, first + len(some)), strict=True))
        return True

    def follow(self, ids: Sequence[str], changed: Sequence[str]) -> None:
        """The list is another by now: some ids came, went or moved, the others keep their order."""
        if self._drift + len(changed) > FAR:
            self._note(ids)
            return
        while self._note_some():
            pass
        self._drift += len(changed)
        self._ids = ids
        for each in changed:
            self._near.pop(each, None)
            with suppress(ValueError):
                self._near[each] = ids.index(each)

    def __getitem__(self, claim_id: str) -> int:
        if claim_id not in self:
            raise KeyError(claim_id)
        near = self._near[claim_id]
        if near < len(self._ids) and self._ids[near] == claim_id:
            return near
        first = max(near - self._drift, 0)
        place = self._near[claim_id] = self._ids.index(claim_id, first, near + self._drift + 1)
        return place

    def __contains__(self, claim_id: object) -> bool:
        if claim_id not in self._near and claim_id != self._absent:
            self._look_for(str(claim_id))
        return claim_id in self._near

    def _look_for(self, claim_id: str) -> None:
        if self._asked:
            while claim_id not in self._near and self._note_some():
                pass
            return
        self._asked = True
        try:
            self._near[claim_id] = self._ids.index(claim_id)
        except ValueError:
            self._absent = claim_id

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
