"""The history of a claim in lines: when, who, what, and what of it was taken back."""

from collections.abc import Sequence
from datetime import datetime

from tui.model import Decision, FieldValue
from tui.review.history import Step
from tui.text.cells import fit
from tui.text.display import one_line
from tui.ui.i18n import N_, _
from tui.ui.labels import field_label, value_label
from tui.ui.values import show_value
from tui.ui.widgets.lines import Pieces

DEED_LABELS = {
    "accept": N_("accepted"),
    "fix": N_("fixed"),
    "reject": N_("rejected"),
    "skip": N_("left for later"),
    "reopen": N_("made pending again"),
    "note": N_("noted"),
    "add": N_("added"),
}
_ARROW, _NOTHING, _MORE = " \u2192 ", "\u2013", "\u2026"
_WHO = 10


def story(steps: Sequence[Step], height: int) -> list[Pieces]:
    """The decisions on a claim, the latest ones where there is no room for all."""
    if not steps:
        return [[(" " + _("Nothing was decided about this claim yet"), "none")]]
    left_out = max(len(steps) - height, 0)
    shown = steps[left_out + 1 :] if left_out else steps
    more: list[Pieces] = [[(f" {_MORE} {left_out + 1}", "why")]] if left_out else []
    return [*more, *(_line(step) for step in shown)]


def _line(step: Step) -> Pieces:
    decision = step.decision
    pieces = [
        (" " + when(decision.at) + "  ", "when"),
        (fit(one_line(decision.by), _WHO) + " ", "who"),
        (_(DEED_LABELS.get(decision.do, decision.do)), "value" if step.stands else "undone"),
    ]
    told = _told(decision)
    if told:
        pieces.append(("  " + one_line(told), "value" if step.stands else "undone"))
    if not step.stands:
        pieces.append(("  " + _("undone"), "why"))
    return pieces


def when(at: str) -> str:
    """A moment of the journal in the reader's own time."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return fit(one_line(at), 16)


def _told(decision: Decision) -> str:
    if decision.do != "fix":
        return decision.text
    was = decision.was.fields()
    return " \u00b7 ".join(
        f"{field_label(name)} {_shown(was.get(name))}{_ARROW}{_shown(value)}"
        for name, value in decision.set.fields().items()
        if name not in was or was[name] != value
    )


def _shown(value: FieldValue) -> str:
    if value is None or value == "":
        return _NOTHING
    if isinstance(value, str):
        return value_label(value)
    return str(value) if isinstance(value, int) else show_value(value)
