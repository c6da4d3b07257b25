"""Claims of both languages meet at the indicators of the catalogue."""

from decimal import Decimal

import pytest

from tui.extract.document import Document, Draft, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.catalogue import IndicatorRule
from tui.extract.statement import indicators
from tui.model import Article

UNITS = {"count": "item", "money": "CNY", "rate": "%", "index": "point", "amount": "t"}


def named(
    rules: RuleSet, subject: str | None, unit: str, measure: str = "level", text: str = "5"
) -> str | None:
    document = Document(Article(id="0" * 12, path="a", text=text, sha256="0" * 64))
    document.sentences = [Sentence(0, len(text), text, "en", 0)]
    start = text.index("5")
    fields: dict[str, str | None] = {"subject": subject, "unit": unit, "measure": measure}
    document.drafts = [Draft(start, start + 1, "5", 0, Decimal(5), fields=fields)]
    indicators.assign(document, rules)
    return document.drafts[0].fields["indicator"]


def test_there_are_many_indicators_with_names_in_both_languages(rules: RuleSet) -> None:
    catalogue = rules.of(IndicatorRule)
    assert len(catalogue) >= 150
    assert all(rule.en and rule.zh for rule in catalogue)


def test_every_name_leads_to_its_own_indicator(rules: RuleSet) -> None:
    wrong = [
        (rule.id, name, found)
        for rule in rules.of(IndicatorRule)
        for name in (*rule.en, *rule.zh)
        if (found := named(rules, name, UNITS[rule.kind])) != rule.id
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("subject", "unit", "measure", "indicator"),
    [
        ("新增城镇就业", "person", "level", "new_urban_jobs"),
        ("new urban jobs", "job", "level", "new_urban_jobs"),
        ("jobs newly created in urban areas", "job", "level", "new_urban_jobs"),
        ("urban new jobs", "job", "growth", "new_urban_jobs"),
        ("全市城镇登记失业率", "%", "level", "registered_unemployment_rate"),
        ("unemployment rate for adult women", "%", "level", "unemployment_rate"),
        ("高技能人才培训基地", "base", "level", None),
        ("失业率", "year", "level", None),
        ("国内生产总值", "%", "growth", "gdp"),
        ("国内生产总值", "%", "level", None),
        ("participation rates of the labor force", "%", "level", "participation_rate"),
        ("unemploymnet rate", "%", "level", "unemployment_rate"),
        ("apples", "item", "level", None),
    ],
)
def test_a_subject_is_recognised(
    subject: str, unit: str, measure: str, indicator: str | None, rules: RuleSet
) -> None:
    assert named(rules, subject, unit, measure) == indicator


def test_without_a_subject_the_words_at_the_number_tell(rules: RuleSet) -> None:
    assert named(rules, None, "person", text="城镇新增就业达5人") == "new_urban_jobs"
    assert (
        named(rules, "people", "person", text="5 people in unemployment insurance.") == "unemployment_insured"
    )
    assert named(rules, None, "person", text="5 people came") is None
