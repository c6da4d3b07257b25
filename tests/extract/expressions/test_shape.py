"""What is read off an expression holds for every match of it, so that passing it by is never wrong."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.drafting import rules
from tui.extract.expressions.beginnings import Beginnings, Surroundings, begun_by
from tui.extract.expressions.expression import Expression, Side, Sieve
from tui.extract.expressions.needles import needles
from tui.extract.expressions.patterns import NOT_INSIDE, factored, uncased
from tui.extract.expressions.shape import alternatives, leads, loose, plain, shape
from tui.extract.expressions.wordlist import small
from tui.extract.number.nonclaims import compiled as nonclaims
from tui.extract.packs.schema import Rule
from tui.extract.packs.schema.nonclaims import NonclaimRule
from tui.extract.packs.schema.status import StatusRule
from tui.extract.packs.schema.times import TimeFrame, TimeRule
from tui.extract.time.status import compiled as status
from tui.extract.time.timerules import compiled as times
from tui.extract.time.timerules import spaced

LANGUAGES = ("en", "zh", "de")


def told(source: str) -> tuple[tuple[str, ...], ...]:
    return needles(shape(source))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (r"\brank(?:s|ed)?\sfirst", {("rank",), ("first",)}),
        (r"(?:aged|over)\s\d{2}", {("aged", "over"), ("00",)}),
        (r"(?<!\d)\d{1,2}:\d{2}", {("0:00",)}),
        (r"1[3-9]\d{9}", {("00000000000",)}),
        (r"(?:x{0,2}ab)?c.d", set()),
        (r"a|\d+", set()),
        (r"(?!never)(?=soon)", {("soon",)}),
        (r"colou?r", {("colo",)}),
        (r"\d?[¼-¾]", {("¼", "½", "¾")}),
        (r"[^¼-¾]|[一-龥]", set()),
        (r"\u4e07+元", {("万元",)}),
    ],
)
def test_the_words_that_every_match_holds(source: str, words: set[tuple[str, ...]]) -> None:
    assert words <= set(told(source))
    assert words or told(source) == ()


def test_what_may_stand_for_anything_tells_nothing() -> None:
    assert told("{month} last") == (("last",),)
    assert told(r"[^,]{1,40}") == ()


def test_how_matches_begin() -> None:
    parts = {"count": shape("two|three")}
    assert leads(shape("(?:the )?last {count} years", parts.__getitem__)) == {
        "the last", "last two", "last thr"
    }  # fmt: skip
    assert leads(shape(r"\b\d{4}-\d\d", parts.__getitem__)) == {"0000-00"}
    assert "" in leads(shape(r"\w+ing"))


def test_alternatives_are_those_outside_of_brackets() -> None:
    assert alternatives(r"a(?:b|c)|[|]\||d") == ["a(?:b|c)", r"[|]\|", "d"]


def test_words_of_a_list_may_be_written_with_choices() -> None:
    plain = r"\b(?:[Cc]ars?|[Cc]afes?|coats?|trams|train|[Bb]us stops?|tubs?) (?:in|at)\b"
    short = factored(plain)
    assert "[Cc]" not in short
    text = "Cars in, car at, Cafe in, coats at, train in, bus stops at, Bus stop in, tub at, Coat in"
    assert [m[0] for m in re.finditer(short, text)] == [m[0] for m in re.finditer(plain, text)]
    assert len(re.findall(short, text)) == 8


# A little language of expressions, and texts of the same few letters, so that matches are common.
ATOMS = st.sampled_from(
    ["a", "b", "ß", "\\d", "[ab]", "[^a]", "[a-z]", "1", "\\s", " ", ".", "\\b", "é", "K", "(?!b)", "万",
     "[é-ë-]"]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "{0,2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(source=EXPRESSIONS, text=st.text("abß1 9éKk万x", max_size=12))
def test_a_text_with_a_match_is_never_passed_by(source: str, text: str) -> None:
    found = re.compile(source, re.IGNORECASE).search(text)
    assert found is None or Expression(source, re.IGNORECASE).may_match(plain(text))


@settings(deadline=None, max_examples=300)
@given(source=EXPRESSIONS, text=st.text("abBß1 9éÉKk\u0130万x", max_size=12))
def test_an_expression_for_small_letters_finds_what_another_does_in_any_case(source: str, text: str) -> None:
    found = [match.span() for match in re.finditer(source, text, re.IGNORECASE)]
    assert [match.span() for match in re.finditer(uncased(source), small(text))] == found


@settings(deadline=None, max_examples=300)
@given(source=EXPRESSIONS.filter(lambda source: " " not in source), text=st.text("ab19é万x", max_size=12))
def test_a_place_with_a_match_is_never_passed_by(source: str, text: str) -> None:
    begins = Beginnings([shape(source, lambda _: shape(""))])
    for place in range(len(text)):
        if re.compile(source, re.IGNORECASE).match(text, place):
            assert begins.at(plain(text), place) == [0]


@settings(deadline=None, max_examples=300)
@given(source=EXPRESSIONS, text=st.text("abß1 9é万x\n", max_size=12))
def test_what_ends_before_a_place_is_never_passed_by(source: str, text: str) -> None:
    sides = Surroundings([loose(source)], [shape("")])
    if re.compile(f"(?:{source})$", re.IGNORECASE).search(text):
        assert sides.round(plain(text), len(text), len(text)) == [0]


def test_rules_about_things_of_other_kinds_are_passed_by() -> None:
    sides = Surroundings([loose("a"), loose("a")], [shape(""), shape("b")], [["digits"], []])
    assert sides.round("a0b", 1, 2) == sides.round("a0b", 1, 2, "digits") == [0, 1]
    assert sides.round("a0b", 1, 2, "words") == [1]
    assert sides.round("a0", 1, 2, "words") == []


@settings(deadline=None, max_examples=100)
@given(sources=st.lists(EXPRESSIONS, max_size=4), text=st.text("abß1 9é万x", max_size=12))
def test_many_expressions_are_asked_as_one_by_one(sources: list[str], text: str) -> None:
    expressions = [Expression(source, re.IGNORECASE) for source in sources]
    one_by_one = [n for n, expression in enumerate(expressions) if expression.may_match(plain(text))]
    assert Sieve(expressions).may_match(plain(text)) == one_by_one


@settings(deadline=None, max_examples=100)
@given(source=EXPRESSIONS, text=st.text("abß1 9éKs万x", max_size=12))
def test_what_begins_a_match_is_seen_from_its_first_letters(source: str, text: str) -> None:
    begun = re.compile(begun_by(leads(loose(source))))
    for place in range(len(text)):
        if re.compile(source.replace(" ", r"\s+"), re.IGNORECASE).match(text, place):
            assert begun.match(text, place)


def example_texts(*kinds: type[Rule]) -> Iterator[str]:
    for pack in rules().packs:
        for kind in kinds:
            for rule in pack.entries.get(kind, {}).values():
                yield from (str(example["text"]) for example in rule.examples)
                yield from rule.counterexamples


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_passed_by_in_a_text_that_it_matches(language: str) -> None:
    frames = times(rules(), language).frames
    sides = [side for _, before, after in frames for side in (before, after) if side]
    within = [expression for each in nonclaims(rules(), language).within for expression in each.sought]
    for text in example_texts(NonclaimRule, TimeFrame):
        for expression in (*sides, *within):
            assert expression.may_match(plain(text)) or not expression.pattern.search(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_status_is_passed_by(language: str) -> None:
    known = status(rules(), language)
    named = (f"(?P<r{number}>{rule.match})" for number, rule in enumerate(known.rules))
    ungated = re.compile(f"{NOT_INSIDE}(?:{spaced(factored('|'.join(named)))})")
    for text in example_texts(StatusRule, TimeRule, NonclaimRule):
        asked = [(m.span(), f"r{known.rules.index(rule)}") for m, rule in known.found_in(Side.of(text))]
        assert asked == [(match.span(), match.lastgroup) for match in ungated.finditer(text)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_about_what_stands_beside_a_number_is_passed_by(language: str) -> None:
    known = nonclaims(rules(), language)
    for text in example_texts(NonclaimRule):
        for place in range(len(text)):
            right = Side.of(text[place:])
            left = Side.of(text[:place])
            there = {
                n
                for n, rule in enumerate(known.beside)
                if (rule.before is None or rule.before.ends(left))
                and (rule.after is None or rule.after.begins(right))
            }
            assert there <= set(known.surroundings.round(plain(text), place, place)), (text, place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_time_is_passed_by_in_a_place_where_it_begins(language: str) -> None:
    known = times(rules(), language)
    for text in example_texts(TimeRule):
        for place in range(len(text)):
            there = {n for n, (_, rule) in enumerate(known.rules) if rule.pattern.match(text, place)}
            assert there <= set(known.beginnings.at(plain(text), place)), (text, place)
