"""Stage: say which statistic of the catalogue a claim is about, so that claims of all languages meet."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from rapidfuzz import fuzz, process

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.catalogue import IndicatorRule
from tui.extract.quantity.plurals import Plurals, plurals
from tui.extract.units import PERCENT, TIMES
from tui.extract.words.tagrules import unit_class
from tui.model.scripts import HAN

# A subject that holds no name may still be one, spelt a little otherwise: the least likeness in per cent.
LIKENESS = 88.0
# Where the subject names no indicator, its name is looked for so near the number, in characters.
WINDOW = 60

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[,;:\uff0c\uff1b\uff1a\u3002]")
_MARKS = re.compile(r"[^\w'&-]+")
_RATES = PERCENT | {TIMES}
# What kinds of indicators a level may be of, by the class of its unit.
_KINDS = {
    "money": frozenset({"money"}),
    "percent": frozenset({"rate", "index"}),
    "count": frozenset({"count", "amount", "index"}),
    "time": frozenset({"amount"}),
}
# So much may stand behind the name of a thing counted: more of it, and something else is counted.
LONGEST_REST = 3


@dataclass(frozen=True, slots=True)
class _Name:
    rule: IndicatorRule
    text: str
    words: frozenset[str]


@dataclass(slots=True)
class _Catalogue:
    plurals: Plurals
    names: dict[bool, list[_Name]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[_Name]] = field(default_factory=lambda: defaultdict(list))
    by_pair: dict[str, list[_Name]] = field(default_factory=lambda: defaultdict(list))
    found: dict[tuple[str, str], str | None] = field(default_factory=dict)


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``indicator`` of every claim: the id of an entry of the catalogue, or None."""
    for draft in document.claims:
        catalogue = _catalogue(rules, document.sentences[draft.sentence].language)
        quantity = quantity_class(draft)
        subject = draft.fields.get("subject") or ""
        name = match(catalogue, subject, quantity) or _nearby(catalogue, document, draft, quantity)
        draft.set("indicator", name, name or "indicator.none")


def _catalogue(rules: RuleSet, language: str) -> _Catalogue:
    return rules.cached(("catalogue", language), lambda: _build(rules, language))


def quantity_class(draft: Draft) -> str:
    """``any`` for a growth or rank and for what has no unit, else the class of the unit."""
    unit, measure = draft.fields.get("unit"), draft.fields.get("measure")
    moves = measure in {"growth", "change"} and unit in _RATES
    return "any" if moves or measure == "rank" or not unit else unit_class(unit)


def match(catalogue: _Catalogue, subject: str, quantity: str) -> str | None:
    """The id of the indicator that a subject names; the most specific of several."""
    key = (subject, quantity)
    if key not in catalogue.found:
        catalogue.found[key] = _match(catalogue, subject.casefold(), quantity)
    return catalogue.found[key]


def _match(catalogue: _Catalogue, subject: str, quantity: str) -> str | None:
    unspaced = bool(_HAN.search(subject))
    if unspaced:
        pairs = dict.fromkeys(subject[i : i + 2] for i in range(len(subject)))
        held = [n for pair in pairs for n in catalogue.by_pair.get(pair, ()) if _heads(n, subject)]
    else:
        words = dict.fromkeys(map(catalogue.plurals.singular, _WORD.findall(subject)))
        held = [n for word in words for n in catalogue.by_word.get(word, ()) if n.words <= words.keys()]
    fitting = [n for n in held if _fits(n.rule, subject, quantity)]
    if fitting:
        # In Chinese what stands last is the head, so of equally long names the last one counts.
        best = max(fitting, key=lambda n: (len(n.words) or len(n.text), subject.rfind(n.text), -len(n.text)))
        return best.rule.id
    names = [n for n in catalogue.names[unspaced] if _fits(n.rule, subject, quantity)]
    alike = process.extractOne(subject, [n.text for n in names], scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return names[alike[2]].rule.id if alike else None


def _heads(name: _Name, subject: str, *, always: bool = False) -> bool:
    """Whether a name stands at the end of a phrase, where its head is: asked of counted things, or always."""
    place = subject.rfind(name.text)
    rest = len(subject) - place - len(name.text)
    return place >= 0 and ((name.rule.kind != "count" and not always) or rest <= LONGEST_REST)


def _fits(rule: IndicatorRule, subject: str, quantity: str) -> bool:
    kinds = _KINDS.get(quantity)
    return (kinds is None or rule.kind in kinds) and not any(word in subject for word in rule.unlike)


def _nearby(catalogue: _Catalogue, document: Document, draft: Draft, quantity: str) -> str | None:
    """The indicator whose name stands word for word right before or behind the number."""
    sentence = document.sentences[draft.sentence]
    before = document.text[max(sentence.start, draft.start - WINDOW) : draft.start].casefold()
    before = _CLAUSE.split(before)[-1]
    behind = _CLAUSE.split(document.text[draft.end : min(sentence.end, draft.end + WINDOW)].casefold())[0]
    held: list[_Name] = []
    if _HAN.search(before):
        pairs = dict.fromkeys(before[i : i + 2] for i in range(len(before) - 1))
        held = [
            n for pair in pairs for n in catalogue.by_pair.get(pair, ()) if _heads(n, before, always=True)
        ]
    else:
        window = f" {_MARKS.sub(' ', before)} | {_MARKS.sub(' ', behind)} "
        words = dict.fromkeys(map(catalogue.plurals.singular, _WORD.findall(window)))
        held = [n for w in words for n in catalogue.by_word.get(w, ()) if f" {n.text} " in window]
        held = [n for n in held if len(n.words) > 1]
    fitting = [n for n in held if _fits(n.rule, before + behind, quantity)]
    return max(fitting, key=lambda n: len(n.text)).rule.id if fitting else None


def _build(rules: RuleSet, language: str) -> _Catalogue:
    """The names of all indicators; their words are told as those of the language that asks."""
    catalogue = _Catalogue(plurals(rules, language))
    everywhere = (rule for name in (*rules.languages, None) for rule in rules.of(IndicatorRule, name))
    for rule in {rule.id: rule for rule in everywhere}.values():
        for text in chain(rule.en, rule.zh, *rule.names.values()):
            plain = text.casefold()
            words = () if _HAN.search(plain) else tuple(map(catalogue.plurals.singular, _WORD.findall(plain)))
            name = _Name(rule, plain, frozenset(words))
            catalogue.names[not words].append(name)
            if words:
                catalogue.by_word[words[-1]].append(name)
            else:
                catalogue.by_pair[plain[:2]].append(name)
    return catalogue
