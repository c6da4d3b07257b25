"""Runs the examples that stand inside the rules about heads of articles."""

from collections.abc import Iterator
from typing import Any

from tui.articles.dates import head_dates
from tui.articles.headers import HeaderRules, Pattern
from tui.articles.published import published_on
from tui.articles.title import title_of
from tui.model.edtf import ANY_YEAR


def header_failures(rules: HeaderRules) -> Iterator[tuple[str, str, str]]:
    """Every example that doesn't hold: the rule's id, the text, and what came out instead.

    An example of a ``date`` gives what is ``published``, of a ``title`` the ``title``, of a ``page``, a
    ``form`` or a ``year`` what it begins with; of ``furniture``, ``tail`` and ``other`` the text alone.
    None may fire in a text under ``not``.
    """
    for role in rules.patterns:
        for pattern in rules.of(role):
            rule = pattern.rule
            for example in rule.examples:
                wanted, got = _wanted(pattern, example), _got(pattern, str(example.get("text", "")), rules)
                if got != wanted:
                    yield rule.id, str(example.get("text", "")), f"wanted {wanted}, got {got}"
            for text in rule.counterexamples:
                if (got := _got(pattern, text, rules)) is not None:
                    yield rule.id, text, f"must not fire, but gave {got}"


def _wanted(pattern: Pattern, example: dict[str, Any]) -> str | None:
    role = pattern.rule.role
    if role in {"furniture", "tail", "other"}:
        return str(example["text"])
    given = example.get({"date": "published"}.get(role, role))
    if given is None:
        return None
    return str(given)[:4] if role in {"form", "page", "address"} else str(given)


def _got(pattern: Pattern, text: str, rules: HeaderRules) -> str | None:
    """What a rule makes of a text: the dates by the whole of the rules, as they lean on each other."""
    role = pattern.rule.role
    if role == "date":
        return published_on(text, rules)
    if role in {"furniture", "tail"}:
        return text if pattern.regex.fullmatch(text) else None
    if role == "page":
        return next((str(date.year) for date in head_dates(text, rules, role)), None)
    found = pattern.regex.search(text)
    if found is None:
        return None
    if role == "other":
        return text
    return title_of(text, rules) if role == "title" else found["year"] or ANY_YEAR
