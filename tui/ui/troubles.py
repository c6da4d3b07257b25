"""What looks wrong with a claim, in words of the reader's language."""

from tui.review import Review
from tui.review.checks import Problem
from tui.ui.i18n import N_, _
from tui.ui.labels import field_label
from tui.ui.values import show_value

_WORDS = {
    "digits": N_("the value's digits are not in the text {detail}"),
    "range": N_("{detail} is beyond what is plausible here"),
    "subject": N_("what is measured is empty"),
    "period": N_("{detail} is no period"),
    "unsure": N_("the rules are only {detail} % sure"),
    "conflict": N_("another claim says {detail} of the same"),
}


def trouble_words(problem: Problem, review: Review) -> str:
    """One problem as a short sentence."""
    detail = problem.detail
    if problem.code == "conflict" and detail in review:
        detail = show_value(review[detail].claim.value)
    elif problem.code == "unsure":
        detail = str(round(100 * float(detail)))
    words = _WORDS.get(problem.code)
    return _(words).format(detail=detail) if words else f"{field_label(problem.field)}: {detail}"
