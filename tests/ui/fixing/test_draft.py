from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.making import english
from tui.ui.fixing.draft import Draft
from tui.ui.labels import CHOICES

CLAIM = english()[1][0]


def test_a_repeated_letter_walks_through_all_values_of_a_closed_field_and_round():
    for name, values in CHOICES.items():
        draft = Draft(CLAIM)
        seen = []
        for _step in values:
            draft.cycle(name)
            seen.append(draft[name])
        assert set(seen) == set(values)
        assert not draft.changed


def test_a_number_chooses_a_value():
    draft = Draft(CLAIM)
    assert draft.choose("measure", 3)
    assert draft["measure"] == "growth"
    assert not draft.choose("measure", 9)


def test_changes_hold_only_what_really_differs():
    draft = Draft(CLAIM)
    draft.set(unit="person")
    draft.set(unit=CLAIM.unit)
    draft.set(subject="trees")
    assert draft.changes.fields() == {"subject": "trees"}
    assert draft.changes.applied_to(CLAIM) == draft.claim


steps = st.lists(
    st.one_of(
        st.tuples(st.just("cycle"), st.sampled_from(sorted(CHOICES))),
        st.tuples(st.just("set"), st.sampled_from(["unit", "subject", "place"])),
        st.tuples(st.just("undo"), st.just("")),
    ),
    max_size=20,
)


@settings(deadline=None)
@given(steps, st.text(min_size=1, max_size=3))
def test_every_change_can_be_taken_back(actions, text):
    draft = Draft(CLAIM)
    for kind, name in actions:
        if kind == "cycle":
            draft.cycle(name)
        elif kind == "set":
            draft.set(**{name: text})
        else:
            draft.undo()
        assert draft.changes.applied_to(CLAIM) == draft.claim
    while draft.undo():
        pass
    assert draft.claim == CLAIM
