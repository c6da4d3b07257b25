"""What parsers say is wrong is told in sentences of our own, which all languages have."""

import msgspec
import pytest

from tui.articles.rows import row_text
from tui.model import Claim
from tui.model.telling import Told
from tui.model.wording import why_no_record

CLAIM = {"id": "a", "article": "b", "start": 1, "end": 2, "value": 3, "unit": "job", "subject": "jobs"}


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"start": "one"}, ".start", "here belongs a whole number, not text"),
        ({"unit": 5}, ".unit", "here belongs text, not a whole number"),
        ({"unit": None}, ".unit", "here belongs text, not nothing"),
        ({"place": ["a"]}, ".place", "here belongs text or nothing, not a list"),
        ({"value": {"low": 1}}, ".value", None),
        ({"confidence": True}, ".confidence", "here belongs a number, not true or false"),
    ],
)
def test_a_wrong_field_is_told_by_kinds_that_readers_know(changes: dict, place: str, words: str | None):
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert({**CLAIM, **changes}, Claim)
    where, reason = why_no_record(refused.value)
    assert where == place
    assert words is None or reason == words
    assert isinstance(reason, Told)
    assert not {"Expected", "str", "int", "object", "array"} & set(reason.split())


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (b"[1]", 'not a row {"id": "...", "text": "..."}: here belongs an entry, not a list'),
        (b'{"id": "a"}', 'not a row {"id": "...", "text": "..."}: the entry lacks the field text'),
        (b'{"id": 1, "text": "x"}', "id: here belongs text, not a whole number"),
        (b'{"id": "a", "text": "x', "not valid JSON: it breaks off"),
        (b'{"id": "a",, "text": "x"}', "not valid JSON: it goes wrong at byte 11"),
        (b'{"id": "a", "text": "\xff"}', "not valid JSON: "),
    ],
)
def test_a_wrong_row_is_told_without_a_word_of_the_parser(row: bytes, words: str):
    told = row_text(row, 1000)
    assert isinstance(told, Told)
    assert words in told
    assert "`" not in told
    assert "malformed" not in told
