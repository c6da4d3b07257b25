"""An article and a place in its text."""

from msgspec import Struct

# Articles are from the first to the second of these years.
EARLIEST, LATEST = 1900, 2099
ROWS_END = ".jsonl/"  # in the path of an article that is a row: between the file and the row's id


class Span(Struct, frozen=True, array_like=True, order=True):
    """A stretch of an article's text, in Unicode code points, end exclusive."""

    start: int
    end: int


class Article(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One document as it was read: its text is kept, so that every offset holds.

    ``id`` is unique in a session and derived from the text; ``path`` is where the file was found, in the
    user's words; ``published`` is an EDTF date as precise as the text gives it.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str = ""
    published: str | None = None
    language: str = "en"
    encoding: str = "utf-8"

    @property
    def label(self) -> str:
        """What the article is called: its title, or else its file."""
        return self.title or self.name

    @property
    def name(self) -> str:
        """The file's name without its folders, or the id of a row: the ``doc`` of exported rows."""
        _file, _end, row = self.path.partition(ROWS_END)
        if row:
            return row
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2]
