"""What looks wrong with a claim or a filter, in words of the reader's language."""

from tui.review import Review
from tui.review.checks import Problem, detail_of
from tui.review.query import QueryError
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

# The words of `tui.review.query.REASONS`, for the catalogue.
_FILTER = {
    "place": N_("at {place}: {reason}; {mend}"),
    "open": N_("a quote begins here and doesn't end"),
    "close": N_('put a " at its end'),
    "inner": N_("a quote stands in the middle of a word"),
    "space": N_('put a space before the "'),
    "nothing": N_("there is nothing to look for"),
    "write": N_("write what to look for, such as {example}"),
    "field": N_("there is no field {field!r}"),
    "compare": N_("{field} can't be compared with {op}"),
    "equal": N_("write {example}"),
    "value": N_("there is no {field} {value!r}"),
    "number": N_("{value!r} is no number"),
    "digits": N_("write a number such as {example}"),
    "meant": N_("did you mean {best}?"),
    "known": N_("known are {known}"),
}


def why_no_filter(error: QueryError) -> str:
    """What is wrong with a filter and what would mend it."""
    return error.in_words(lambda code: _(_FILTER[code]))


def trouble_words(problem: Problem, review: Review) -> str:
    """One problem as a short sentence."""
    return _(_WORDS[problem.code]).format(detail=detail_of(problem, review))
