"""Sentences cut into tagged words."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.words.tagging import tagged
from tui.extract.words.tagwords import tag_words
from tui.model import Article


def words(
    text: str,
    rules: RuleSet,
    language: str = "en",
    numbers: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> list[tuple[str, str]]:
    """The words of a sentence with the names of their tags."""
    document = Document(Article(id="0" * 12, path="", text=text, sha256="", language=language))
    document.sentences.append(Sentence(0, len(text), text, language, 0))
    for number in numbers:
        start = text.index(number)
        document.drafts.append(Draft(start, start + len(number), number, 0, Decimal(1)))
    for place in places:
        start = text.index(place)
        document.places.append(Mention(start, start + len(place), place, "test"))
    found = tagged(document, 0, rules)
    alphabet = tag_words(rules, language).alphabet
    names = {alphabet[tag]: tag for tag in ("noun", "num", "place", "rise", "fall", "reach", "verb", "unit")}
    names |= {
        alphabet[tag]: tag for tag in ("counter", "suffix", "adv", "det", "comma", "of", "light", "time")
    }
    return [
        (text[start:end], names.get(tag, "other"))
        for start, end, tag in zip(found.starts, found.ends, found.tags, strict=True)
    ]


def test_numbers_and_places_are_one_word_each(rules):
    found = words(
        "Jobs in New Haven rose 2.5 million", rules, numbers=("2.5 million",), places=("New Haven",)
    )
    assert ("New Haven", "place") in found
    assert ("2.5 million", "num") in found


def test_characters_play_a_part_beside_numbers_only(rules):
    assert ("近", "other") not in words("附近工厂有3家", rules, "zh", numbers=("3",))
    found = words("近3家工厂附近", rules, "zh", numbers=("3",))
    assert found[0][1] != "noun"
    assert found[-1] == ("近", "noun")


def test_a_counter_is_one_only_behind_a_number(rules):
    found = words("这家有3家分店", rules, "zh", numbers=("3",))
    assert [tag for word, tag in found if word == "家"] == ["noun", "counter"]


def test_a_longer_word_keeps_its_characters_together(rules):
    assert ("就业", "noun") in words("就业增长3%", rules, "zh", numbers=("3%",))


def test_a_verb_behind_an_article_is_a_noun(rules):
    assert words("the benefits were 3 yuan", rules, numbers=("3",))[1] == ("benefits", "noun")


def test_capitals_and_line_ends_make_no_difference(rules):
    assert words("Exports ROSE\n3%", rules, numbers=("3%",))[1] == ("ROSE", "rise")
    assert [tag for _, tag in words("the\nprevious\nyear", rules)] == ["time"]


@given(st.text(max_size=60), st.sampled_from(["en", "zh"]))
@settings(deadline=None)
def test_words_lie_in_order_within_any_text(rules, text, language):
    document = Document(Article(id="0" * 12, path="", text=text, sha256="", language=language))
    document.sentences.append(Sentence(0, len(text), text, language, 0))
    found = tagged(document, 0, rules)
    assert len(found.tags) == len(found.starts) == len(found.ends)
    edges = [edge for pair in zip(found.starts, found.ends, strict=True) for edge in pair]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))


def test_what_opens_a_sentence_is_told_from_what_stands_within_it(rules: RuleSet) -> None:
    assert words("Pay rose to 300 dollars.", rules, numbers=("300",))[0] == ("Pay", "noun")
    assert ("pay", "verb") in words("They pay 300 dollars.", rules, numbers=("300",))


def test_every_unit_is_tagged_as_one_behind_a_number(rules: RuleSet) -> None:
    assert ("kW", "unit") in words("Each gun has 480 kW.", rules, numbers=("480",))
    assert ("hours", "noun") in words("Weekly hours rose by 3.", rules, numbers=("3",))
