from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.widgets.article_paint import CURRENT_CLAIM, ClaimSpan, Paint, Ranges, layers
from tui.ui.widgets.marks import CURRENT, STATE_MARKS

KINDS = ("pending", "accepted", "fixed", "rejected", "skipped")
RANGES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda r: (r[0], r[0] + r[1])), max_size=20
)


@given(RANGES, st.integers(0, 80), st.integers(1, 30))
@settings(deadline=None)
def test_finds_all_ranges_that_touch_a_stretch(ranges: list[tuple[int, int]], start: int, size: int) -> None:
    end = start + size
    expected = sorted(found for found in ranges if found[0] < end and found[1] > start)
    assert Ranges(ranges).touching(start, end) == expected


STEPS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.integers(0, 20), st.integers(1, 4), st.sampled_from(KINDS)),
    max_size=30,
)


@given(STEPS)
@settings(deadline=None)
def test_claims_that_come_go_and_change_look_as_if_laid_anew(steps: list[tuple[str, int, int, str]]) -> None:
    paint, there = Paint(), dict[str, ClaimSpan]()
    for name, start, size, state in steps:
        if name in there and size == 4:
            assert paint.take(name) == there.pop(name)
        elif name in there:
            assert paint.set_state(name, state) == there[name]
            there[name] = there[name]._replace(state=state)
        else:
            there[name] = ClaimSpan(start, start + size, state, name)
            paint.put(there[name])
    anew = Paint(list(there.values()))
    assert paint.marks == anew.marks
    assert paint.masks(0, 30) == anew.masks(0, 30)
    for at in range(25):
        assert paint.begins(at) == (at in anew.marks)
        assert paint.pending(at, at + 3) == anew.pending(at, at + 3)
        assert {span.id for span in paint.claims_at(at)} == {span.id for span in anew.claims_at(at)}


def test_where_claims_overlap_the_one_that_waits_is_seen() -> None:
    paint = Paint([ClaimSpan(0, 6, "accepted", "a"), ClaimSpan(2, 4, "pending", "b")])
    assert [layers(mask)[-1] for mask in paint.masks(0, 6)] == ["accepted"] * 2 + ["pending"] * 2 + [
        "accepted"
    ] * 2
    assert paint.marks_of(0, 6)[0][0] == STATE_MARKS["accepted"]
    assert [claim.id for claim in paint.claims_at(3)] == ["b", "a"]


def test_two_claims_on_one_number_share_a_mark_and_the_current_one_has_it() -> None:
    paint = Paint([ClaimSpan(0, 3, "pending", "a"), ClaimSpan(0, 3, "rejected", "b")])
    assert paint.marks == [0]
    assert paint.marks_of(0, 3)[0][0] == STATE_MARKS["pending"]
    paint.current = "b"
    assert paint.marks_of(0, 3)[0][0] == CURRENT
    assert all(mask & CURRENT_CLAIM for mask in paint.masks(0, 3))


def test_a_claim_wrapped_onto_a_second_line_has_its_mark_on_the_first_only() -> None:
    paint = Paint([ClaimSpan(2, 8, "pending", "a")])
    assert list(paint.marks_of(0, 5)) == [2]
    assert paint.marks_of(5, 10) == {}
    assert layers(paint.masks(5, 10)[0]) == ("pending",)


def test_layers_lie_in_their_order() -> None:
    paint = Paint([ClaimSpan(0, 4, "pending", "a")])
    paint.dim = paint.sentences = paint.hits = Ranges([(0, 4)])
    paint.current, paint.selection, paint.caret = "a", (0, 2), 0
    assert layers(paint.masks(0, 1)[0]) == (
        *("dim", "sentence", "pending", "hit", "current", "selected", "caret"),
    )
    assert paint.set_state("a", "fixed") == ClaimSpan(0, 4, "pending", "a")
    assert paint.set_state("elsewhere", "fixed") is None
    assert "fixed" in layers(paint.masks(0, 1)[0])
