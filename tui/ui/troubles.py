"""What looks wrong with a claim or a filter, in words of the reader's language."""

from tui.articles import ReadProblem
from tui.model.edtf import PeriodError
from tui.model.telling import Told
from tui.review import Review
from tui.review.checks import Problem, detail_of
from tui.review.query import QueryError
from tui.storage.errors import StorageError, os_reason
from tui.ui.i18n import N_, _
from tui.ui.periods import why_no_period

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
    "many": N_("a filter has {limit} parts at most"),
    "fewer": N_("leave out the rest"),
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


# What systems say of files, for the catalogue; other words of theirs are shown as they are.
_SYSTEM = (
    N_("no such file or directory"),
    N_("permission denied"),
    N_("no space left on device"),
    N_("read-only file system"),
    N_("is a directory"),
    N_("not a directory"),
    N_("input/output error"),
    N_("file name too long"),
    N_("disk quota exceeded"),
)


def in_words(error: object) -> str:
    """What an error, or a sentence told, says in the reader's language as far as there are words for it."""
    match error:
        case Told():
            parts = {
                name: in_words(part) if isinstance(part, Told | Exception) else part
                for name, part in error.parts.items()
            }
            return _(error.template).format(**parts) if parts else _(error.template)
        case StorageError() | ReadProblem():
            return in_words(error.told)
        case PeriodError():
            return why_no_period(error)
        case OSError():
            return in_words(os_reason(error))
        case Exception() if error.args and isinstance(error.args[0], Told):
            return in_words(error.args[0])
    return str(error)


def why_not_saved(error: OSError | StorageError) -> str:
    """Why something could not be written, the reason first: the end of a line may not fit the screen."""
    if isinstance(error, StorageError):
        return f"{in_words(error.reason)} \u00b7 {error.path}"
    return in_words(error)


def why_no_filter(error: QueryError) -> str:
    """What is wrong with a filter and what would mend it."""
    return error.in_words(lambda code: _(_FILTER[code]))


def trouble_words(problem: Problem, review: Review) -> str:
    """One problem as a short sentence."""
    return _(_WORDS[problem.code]).format(detail=detail_of(problem, review))
