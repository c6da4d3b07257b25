"""Sentences that can be told in another language."""

import pickle

from tui.model.telling import Told


def test_it_is_the_sentence_and_knows_its_parts():
    told = Told("the range {low} to {high}", low=5, high=3)
    assert told == "the range 5 to 3"
    assert (told.template, told.parts) == ("the range {low} to {high}", {"low": 5, "high": 3})


def test_without_parts_it_stands_as_it_is():
    assert Told("a {brace}") == "a {brace}"


def test_it_crosses_from_one_process_to_another():
    told = Told("no {what!r} in {place}", what="{x}", place="here")
    again = pickle.loads(pickle.dumps(told))
    assert (again, again.template, again.parts) == (told, told.template, told.parts)
