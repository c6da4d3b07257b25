"""Places in a list hold through whatever comes, goes and moves, and one change looks at no others."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.widgets import list_places
from tui.ui.widgets.list_places import ListPlaces

STEPS = st.lists(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 40), st.booleans()), min_size=1, max_size=3),
    max_size=12,
)


@settings(deadline=None)
@given(STEPS, st.sampled_from([4, 100]))
def test_every_id_is_found_where_it_stands(steps: list[list[tuple[int, int, bool]]], far: int) -> None:
    ids = [f"c{n}" for n in range(25)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(list_places, "FAR", far)
        places = ListPlaces(ids)
        for step in steps:
            ids = list(ids)
            for number, place, stays in step:
                if (name := f"c{number}") in ids:
                    ids.remove(name)
                if stays:
                    ids.insert(min(place, len(ids)), name)
            places.follow(ids, [f"c{number}" for number, _, _ in step])
            for name in ids[::3]:  # some are asked for at each step, all in the end
                assert places[name] == ids.index(name)
        assert dict(places) == {name: place for place, name in enumerate(ids)}
        assert [name for name in (f"c{n}" for n in range(41)) if name in places] == sorted(
            ids, key=lambda name: int(name[1:])
        )
        assert places.get("none") is None


class Looked(list[str]):
    """A list that counts how many of its items were looked at one after the other."""

    count = 0

    def __iter__(self) -> Iterator[str]:
        for each in super().__iter__():
            self.count += 1
            yield each

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        self.count += len(found) if isinstance(place, slice) else 1
        return found


def test_who_goes_to_the_first_of_many_waits_for_no_others() -> None:
    ids = Looked(f"c{n}" for n in range(100_000))
    places = ListPlaces(ids)
    assert (places["c0"], places["c30"], "c7" in places) == (0, 30, True)
    assert ids.count < 3 * list_places.STEP
    assert (places["c99999"], "none" in places) == (99_999, False)


def test_one_that_a_filter_leaves_out_has_no_others_noted() -> None:
    ids = Looked(f"c{n}" for n in range(100_000))
    places = ListPlaces(ids)
    assert ["none" in places, "none" in places, places["c0"]] == [False, False, 0]
    assert ids.count <= list_places.STEP + 1
    assert [name for name in ("c50000", "lost", "none", "c99999") if name in places] == ["c50000", "c99999"]


def test_one_claim_more_is_not_noted_with_all_others_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [f"c{n}" for n in range(1000)]
    noted: list[int] = []
    note = ListPlaces._note

    def counted(self: ListPlaces, ids: list[str]) -> None:
        noted.append(len(ids))
        note(self, ids)

    monkeypatch.setattr(ListPlaces, "_note", counted)
    places = ListPlaces(ids)
    for n in range(list_places.FAR):
        ids = [*ids[:500], f"new{n}", *ids[500:]]
        places.follow(ids, [f"new{n}"])
    far = list_places.FAR
    assert (places["c999"], places["c0"], places["new0"]) == (999 + far, 0, 499 + far)
    assert noted == [1000]
    places.follow([*ids, "last"], ["last"])
    assert noted == [1000, 1001 + far]
