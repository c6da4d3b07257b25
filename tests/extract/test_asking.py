"""What a desk asks of the rules besides claims."""

from tui.extract import RuleSet
from tui.extract.asking import indicator_names, vocabulary


def test_an_indicator_has_its_names_in_all_languages_those_of_the_reader_first(rules: RuleSet) -> None:
    english, chinese = (indicator_names(rules, language) for language in ("en", "zh"))
    assert english.keys() == chinese.keys()
    assert english["new_urban_jobs"][0] == "new urban jobs"
    assert chinese["new_urban_jobs"][0] == "城镇新增就业"
    assert all(set(names) == set(chinese[each]) for each, names in english.items())
    assert indicator_names(rules, "fr") == english


def test_units_denominators_and_indicators_are_known_without_any_claim(rules: RuleSet) -> None:
    known = vocabulary(rules)
    assert {"person", "%"} <= set(known["unit"])
    assert known["per"][0] == "year", "most rules for denominators tell it"
    assert {"month", "person"} <= set(known["per"])
    assert "%" not in known["per"]
    assert "new_urban_jobs" in known["indicator"]
