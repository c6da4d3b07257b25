"""Sentences that are kept in files and told again in another language."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.telling import Sentence, Told, kept, told_again

NESTED = Told("line {number}: {reason}", number=3, reason=Told("larger than {size} MB", size=100))


def through_a_file(sentence: str | Sentence) -> str | Sentence:
    return msgspec.json.decode(msgspec.json.encode(sentence), type=str | Sentence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "told", [Told("not a text file"), NESTED, Told("cannot be read: {reason}", reason="x")]
)
def test_a_kept_sentence_is_told_again_with_its_template_and_parts(told: Told) -> None:
    again = told_again(through_a_file(kept(told)))
    assert (again, again.template, again.parts) == (told, told.template, told.parts)


def test_what_was_never_told_is_kept_as_plain_text() -> None:
    assert kept("a {b} c") == "a {b} c"
    assert told_again("a {b} c") == "a {b} c"


@pytest.mark.parametrize(
    "text",
    ["{a.__class__}", "{a[0]}", "{a:>1000000000}", "{a!r:>999999999}", "{b}", "{", "}", "{}", "{0}", "{{a}}"],
)
def test_braces_from_a_file_reach_nothing_but_parts(text: str) -> None:
    assert told_again(Sentence(text, {"a": "x", "0": "y"})) == text


def test_parts_from_a_file_may_have_any_name() -> None:
    assert told_again(Sentence("{cls} {template}", {"cls": "a", "template": "b", "0": "c"})) == "a b"


@given(st.text(alphabet="{}ab0.![]:", max_size=12), st.dictionaries(st.sampled_from("ab0"), st.text("{}ab")))
def test_any_sentence_of_a_file_can_be_told(text: str, parts: dict[str, str]) -> None:
    again = told_again(Sentence(text, dict(parts)))
    assert len(again) <= len(text) + sum(
        text.count(f"{{{name}}}") * len(part) for name, part in parts.items()
    )
