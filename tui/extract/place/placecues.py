"""What the words around a name say about it: no place, a partner, a source, or the topic of its clause."""

import re
from dataclasses import dataclass
from functools import partial
from typing import get_args

from tui.extract.expressions.beginnings import Surroundings
from tui.extract.expressions.expression import Expression, Side
from tui.extract.expressions.patterns import NEVER, factored
from tui.extract.expressions.shape import Shape, loose, shape
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import JointRole, PlaceCueRule, PlaceRule

# How far a cue may look to either side of a name, in characters.
SIGHT = 24
_JOINTS = get_args(JointRole)


@dataclass(frozen=True, slots=True)
class _Cue:
    role: str
    match: frozenset[str]
    kinds: frozenset[str]
    before: Expression | None
    after: Expression | None


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a language."""

    cues: tuple[_Cue, ...]
    surroundings: Surroundings
    lead: re.Pattern[str]
    follow: re.Pattern[str]
    joint: re.Pattern[str]
    turn: Expression
    each: re.Pattern[str]
    holds: re.Pattern[str]
    within: re.Pattern[str]
    again: re.Pattern[str]
    closes: re.Pattern[str]
    stays: re.Pattern[str]
    site: re.Pattern[str]
    says: re.Pattern[str]
    ours: re.Pattern[str]
    heads: re.Pattern[str]
    word: re.Pattern[str]
    possessive: re.Pattern[str]

    def role(self, sentence: Side, start: int, end: int, kind: str) -> str:
        """``none``, ``source``, ``dateline``, ``part``, ``apart`` or nothing for the name at ``start``."""
        name = sentence.text[start:end].lower()
        found = self.surroundings.round(sentence.plain, start, end, kind)
        if not found:
            return ""
        before, after = sentence.cut(max(0, start - SIGHT), start), sentence.cut(end, end + SIGHT)
        for number in found:
            cue = self.cues[number]
            if cue.match and name not in cue.match:
                continue
            if cue.before and not cue.before.ends(before):
                continue
            if cue.after and not cue.after.begins(after):
                continue
            return cue.role
        return ""

    def opens(self, before: str) -> bool:
        """Whether a name may begin behind this text."""
        return self.word.search(before) is not None

    def owns(self, between: str) -> bool:
        """Whether a place with only this behind it owns the number that follows."""
        return self.possessive.fullmatch(between) is not None

    def leads(self, before: str) -> bool:
        """Whether only words that may open a clause stand before its place."""
        return self.lead.fullmatch(before) is not None

    def follows(self, between: str) -> bool:
        """Whether these words behind a number say that the place after them is the number's."""
        return self.follow.fullmatch(between) is not None

    def sites(self, between: str) -> bool:
        """Whether a place behind what a clause is about, with this between them, only says where."""
        return self.site.fullmatch(between) is not None

    def joins(self, between: str) -> bool:
        """Whether two places with only this between them belong to one list."""
        return len(between) <= SIGHT and self.joint.fullmatch(between) is not None


def cues(rules: RuleSet, language: str) -> Cues:
    """The cues in force for a language, names that are none first."""
    return rules.cached(("placecues", language), lambda: _build(rules, language))


def _expression(rules: RuleSet, source: str) -> Expression:
    return rules.expression(partial(factored, source), 0, partial(shape, source))


def _joint(source: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(source, flags) if source != NEVER.pattern else NEVER


def _told_by_surroundings(rules: RuleSet, language: str) -> list[tuple[_Cue, Shape, Shape]]:
    """The cues of roles that surroundings tell, each with the shapes of both sides, in the order of roles."""
    order = {"none": 0, "source": 1, "dateline": 2, "part": 3, "apart": 4}
    words = {place.id: place.match for place in rules.of(PlaceRule, language)}
    grouped: dict[tuple[str, tuple[str, ...], tuple[str, ...], bool, str], list[str]] = {}
    for rule in rules.of(PlaceCueRule, language):
        if rule.role in order:
            # Cues that look to one side only are tried as one expression.
            both = bool(rule.before and rule.after)
            key = (rule.role, rule.match, rule.kinds, bool(rule.before), rule.after if both else "")
            grouped.setdefault(key, []).append(rule.before or rule.after)
    found = []
    for (role, match, kinds, looks_back, other), parts in grouped.items():
        joined = "|".join(f"(?:{part})" for part in parts)
        ahead, behind = (f"(?:{joined})$", other) if looks_back else ("", joined)
        cue = _Cue(
            role,
            frozenset(word.lower() for name in match for word in words.get(name, (name,))),
            frozenset(kinds),
            _expression(rules, ahead) if ahead else None,
            _expression(rules, behind) if behind else None,
        )
        found.append((cue, loose(ahead), loose(behind)))
    return sorted(found, key=lambda each: order[each[0].role])


def _build(rules: RuleSet, language: str) -> Cues:
    found = _told_by_surroundings(rules, language)
    joints = {
        role: "|".join(f"(?:{r.before})" for r in rules.of(PlaceCueRule, language) if r.role == role)
        or NEVER.pattern
        for role in _JOINTS
    }
    return Cues(
        tuple(cue for cue, _, _ in found),
        Surroundings(
            (ahead for _, ahead, _ in found),
            (behind for _, _, behind in found),
            (cue.kinds for cue, _, _ in found),
        ),
        lead=re.compile(f"(?:{joints['lead']})*", re.IGNORECASE),
        follow=_joint(joints["after"], re.IGNORECASE),
        joint=_joint(joints["joint"]),
        turn=_expression(rules, f"(?:{joints['turns']})$"),
        each=_joint(joints["each"], re.IGNORECASE),
        holds=_joint(joints["holds"]),
        within=_joint(joints["within"]),
        again=_joint(joints["again"]),
        closes=_joint(joints["closes"]),
        stays=_joint(joints["stays"]),
        site=_joint(joints["sites"]),
        says=_joint(joints["says"]),
        ours=_joint(joints["ours"]),
        heads=_joint(joints["heads"]),
        word=re.compile(f"(?:{joints['opens']})$"),
        possessive=_joint(joints["owns"]),
    )
