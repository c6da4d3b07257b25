"""A third language is read by rules alone: the German pack, and how languages are told apart."""

from pathlib import Path

import pytest

from tui.articles import article_from_text
from tui.extract import draft_document, extract
from tui.extract.packs.rules import RuleSet
from tui.workspace.measuring import measured

GOLD = Path(__file__).parents[1] / "gold_de"
# The articles are invented, and the pack was written beside them: what holds here promises less elsewhere.
FLOORS = {
    "found": 0.95,
    "precision": 0.95,
    "value": 0.95,
    "unit": 0.95,
    "per": 0.95,
    "bound": 0.95,
    "measure": 0.9,
    "status": 0.9,
    "period": 0.9,
    "place": 0.9,
    "subject": 0.75,
    "touchless": 0.7,
}


def test_german_articles_are_read_well(rules: RuleSet) -> None:
    shares = measured(GOLD, rules).total.shares()
    assert {name: shares[name] for name, floor in FLOORS.items() if shares[name] < floor} == {}


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda p: p.stem)
def test_german_articles_are_known_for_german_with_their_date(path: Path) -> None:
    article = article_from_text(path.read_text(encoding="utf-8"))
    assert article.language == "de"
    assert article.published is not None
    assert article.title == path.read_text(encoding="utf-8").splitlines()[0]


def languages(text: str, rules: RuleSet) -> list[str]:
    document = draft_document(article_from_text(text), rules)
    return [sentence.language for sentence in document.sentences]


CHINESE = "全市新增就业300人，失业率稳中有降。"
GERMAN = "Die Zahl der Arbeitslosen ist in der Stadt um drei Prozent gesunken."
ENGLISH = "The number of jobs in the city has grown by three percent."


def test_a_sentence_in_another_script_is_read_in_its_own_language(rules: RuleSet) -> None:
    assert languages(f"{CHINESE * 3}\n\n{GERMAN}\n\n{ENGLISH}\n", rules) == ["zh", "zh", "zh", "de", "en"]
    assert languages(f"{GERMAN * 3}\n\n{CHINESE}\n", rules)[-1] == "zh"


def test_languages_of_one_script_are_those_of_their_article(rules: RuleSet) -> None:
    assert set(languages(f"{GERMAN}\n" * 3 + ENGLISH, rules)) == {"de"}
    assert set(languages(f"{ENGLISH}\n" * 3 + GERMAN, rules)) == {"en"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("3.319", "3319"), ("1,5 Millionen", "1500000"), ("12,5 Prozent", "12.5"), ("2,4 Mrd.", "2400000000")],
)
def test_the_pack_says_how_digits_are_grouped(text: str, value: str, rules: RuleSet) -> None:
    (claim,) = extract(article_from_text(f"Die Zahl der Gäste in der Stadt lag bei {text} im Mai.\n"), rules)
    assert f"{claim.value:f}".rstrip("0").rstrip(".") == value.rstrip("0").rstrip(".")


def test_english_digits_are_grouped_the_english_way(rules: RuleSet) -> None:
    (claim,) = extract(article_from_text("The number of guests in the city was 3,319 that day.\n"), rules)
    assert claim.value == 3319
