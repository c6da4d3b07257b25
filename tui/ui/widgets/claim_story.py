"""The history of a claim in lines: when, who, what, and what of it was taken back."""

from collections.abc import Sequence

from tui.model import Decision, FieldValue
from tui.review.history import Step
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.i18n import N_, _
from tui.ui.labels import field_label, value_label
from tui.ui.values import show_value, when
from tui.ui.widgets.lines import Pieces, folded, pieces_cells

DEED_LABELS = {
    "accept": N_("accepted"),
    "fix": N_("fixed"),
    "reject": N_("rejected"),
    "skip": N_("left for later"),
    "reopen": N_("made pending again"),
    "note": N_("noted"),
    "add": N_("added"),
}
_ARROW, _NOTHING = " \u2192 ", "\u2013"
_WHO, _SOMEBODY = 10, 3  # cells of a name, and those that it keeps in the narrowest pane


def story(steps: Sequence[Step], width: int) -> list[Pieces]:
    """The decisions on a claim, the latest ones last."""
    if not steps:
        return folded(" ", _("Nothing was decided about this claim yet"), "none", width)
    return [line for step in steps for line in _lines(step, width)]


def _lines(step: Step, width: int) -> list[Pieces]:
    """One decision; what it says stands on a line of its own where the first one is full."""
    decision = step.decision
    by = one_line(decision.by)
    part = "value" if step.stands else "undone"
    deed = [(_(DEED_LABELS.get(decision.do, decision.do)), part)]
    if not step.stands:
        deed.append(("  " + _("undone"), "why"))
    at = when(decision.at)
    room = width - cells(at) - pieces_cells(deed) - 5
    head = [
        (f" {at}  ", "when"),
        (fit(by, max(min(cells(by), _WHO, room), _SOMEBODY)) + "  ", "who"),
        *deed,
    ]
    told = one_line(_told(decision))
    if not told:
        return [head]
    if pieces_cells(head) + 2 + cells(told) <= width:
        return [[*head, ("  ", ""), (told, part)]]
    return [head, *folded("   ", told, part, width)]


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
