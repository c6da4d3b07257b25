"""What looks wrong with a claim, a filter or a file, in words of the reader's language."""

from tui.articles import ReadProblem
from tui.model.telling import Told
from tui.storage.errors import StorageError, os_reason
from tui.ui.i18n import N_, _

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
