"""Patterns over tags: what they match, and what is said of those that cannot be read."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.extract.words.tagpatterns import NUMBER, START, Alphabet, PatternError, needs


def spans(pattern: str, before: list[str], behind: list[str]) -> list[tuple[int, int]] | None:
    """The wanted parts of a pattern in a sentence of tags round a number."""
    alphabet = Alphabet()
    compiled = alphabet.compile(pattern, {})
    left = START + "".join(alphabet[tag] for tag in before)
    right = "".join(alphabet[tag] for tag in behind)
    return compiled.match(left[::-1], right, len(left))


def test_the_wanted_part_before_the_number_is_found_where_it_stands():
    assert spans("[<noun>+] <verb> NUM", ["det", "noun", "noun", "verb"], []) == [(2, 4)]


def test_the_wanted_part_behind_the_number_is_found_where_it_stands():
    assert spans("NUM <of> [<noun>]", ["noun"], ["of", "noun", "noun"]) == [(4, 5)]


def test_parts_on_both_sides_keep_their_order():
    assert spans("[<noun>] <verb> NUM <of> [<noun>]", ["noun", "verb"], ["of", "noun"]) == [(1, 2), (5, 6)]


def test_a_part_that_is_not_there_has_no_place():
    assert spans("[<det>]? <verb> NUM", ["verb"], []) == [(-1, -1)]


def test_the_edges_of_a_sentence_can_be_asked_for():
    assert spans("START <noun> NUM END", ["noun"], []) == []
    assert spans("START <noun> NUM END", ["det", "noun"], []) is None
    assert spans("START <noun> NUM END", ["noun"], ["stop"]) is None


def test_any_other_tag_is_neither_number_nor_edge():
    alphabet = Alphabet()
    assert alphabet.expression("<^noun>", {}).fullmatch(alphabet["verb"])
    assert not alphabet.expression("<^noun>", {}).fullmatch(alphabet["noun"])
    assert not alphabet.expression("<^noun>", {}).fullmatch(NUMBER)


def test_a_chunk_stands_for_its_pattern():
    alphabet = Alphabet()
    chunks = {"pair": alphabet.read("<det> <noun>", {})}
    assert alphabet.expression("{pair}+", chunks).fullmatch((alphabet["det"] + alphabet["noun"]) * 3)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("<noun> <verb>", "NUM must stand once"),
        ("NUM NUM", "NUM must stand once"),
        ("(NUM)", "NUM must stand once"),
        ("NUM | <noun>", "NUM must stand once"),
        ("(<noun> NUM", "'(' is not closed"),
        ("[<noun>) NUM", "'[' is not closed"),
        ("<noun>) NUM", "')' closes nothing"),
        ("+ NUM", "'+' repeats nothing"),
        ("<noun>+* NUM", "'*' repeats nothing"),
        ("{nothing} NUM", "no chunk is called 'nothing'"),
        ("<noun NUM", "cannot read"),
        ("<noun>{3,1} NUM", "min repeat greater than max repeat"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(pattern, said):
    with pytest.raises(PatternError) as caught:
        Alphabet().compile(pattern, {})
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


TAGS = st.lists(st.sampled_from(["noun", "verb", "of"]), max_size=8)


@given(before=TAGS, behind=TAGS)
@settings(deadline=None)
def test_matching_backwards_finds_what_matching_forwards_would(before, behind):
    """A pattern fits a sentence if and only if the plain expression ends at its number."""
    alphabet = Alphabet()
    source = "(<of> <noun>+ | <verb>){1,3} NUM <noun>* <of>?"
    left = "".join(alphabet[tag] for tag in before)
    right = "".join(alphabet[tag] for tag in behind)
    plain = alphabet.expression(source, {}).search(left + NUMBER + right) is not None
    assert (alphabet.compile(source, {}).match(left[::-1], right, len(left)) is not None) == plain


@pytest.mark.parametrize(
    "pattern",
    [
        "<det|noun> <verb>? NUM",
        "(<noun> <of> | <det>+ | <verb>{0,2} <noun>) <^det>* NUM",
        "START (<noun> | <verb>?) . (<of>+ <det> | <of>) NUM <noun>",
        "START <noun>* NUM",
    ],
)
@given(before=TAGS, behind=TAGS)
@settings(deadline=None)
def test_no_pattern_is_passed_by_for_the_tags_before_a_number_it_fits(pattern, before, behind):
    alphabet = Alphabet()
    compiled = alphabet.compile(pattern, {})
    left = START + "".join(alphabet[tag] for tag in before)
    right = "".join(alphabet[tag] for tag in behind)
    fits = compiled.match(left[::-1], right, len(left)) is not None
    assert _has(left, compiled.needed) or not fits


def test_a_pattern_without_its_tags_before_the_number_is_passed_by():
    alphabet = Alphabet()
    compiled = alphabet.compile("<verb> (<noun> | <det>) NUM", {})
    assert _has(alphabet["verb"] + alphabet["det"], compiled.needed)
    assert not _has(alphabet["noun"] + alphabet["det"], compiled.needed)
    assert not _has(alphabet["verb"], compiled.needed)


@pytest.mark.parametrize(
    "pattern", ["<det> [<noun>]", "(<of> <noun>* | <^det>? [<verb>]+)", "START [.] <noun>?"]
)
@given(tags=TAGS)
@settings(deadline=None)
def test_no_pattern_is_passed_by_for_the_tags_of_a_sentence_it_fits(pattern, tags):
    alphabet = Alphabet()
    sentence = START + "".join(alphabet[tag] for tag in tags)
    fits = alphabet.expression(pattern, {}).search(sentence) is not None
    assert _has(sentence, needs(((alphabet.read(pattern, {}), ""),))) or not fits


def _has(tags: str, needed: list[frozenset[str]]) -> bool:
    return not any(map(frozenset(tags).isdisjoint, needed))


@given(st.text(alphabet="<>noun{}[]()|?*+.NUM12,", max_size=30))
@settings(deadline=None)
def test_no_pattern_raises_anything_but_its_own_error(pattern):
    with suppress(PatternError):
        assert Alphabet().compile(pattern, {}).wanted == pattern.count("[")
