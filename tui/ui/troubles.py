"""What looks wrong with a claim, in words of the reader's language."""

from tui.review import Review
from tui.review.checks import Problem, detail_of
from tui.ui.i18n import N_, _

# The words of `tui.review.checks.WORDS`, for the catalogue.
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
    return _(_WORDS[problem.code]).format(detail=detail_of(problem, review))
