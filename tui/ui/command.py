"""What a command is, and the moments in which its keys count."""

from dataclasses import dataclass
from typing import Literal, get_args

from tui.ui.i18n import N_, _

Mode = Literal[
    "always",
    "review",
    "caret",
    "fix",
    "edit",
    "sessions",
    "dialog",
    "help",
    "batch",
    "rows",
    "summary",
    "facets",
    "reading",
]
MODES: tuple[Mode, ...] = get_args(Mode)

# Where a key is looked up while a mode is on: first match wins, so what stands earlier shadows the rest.
LOOKUP: dict[Mode, tuple[Mode, ...]] = {
    "always": ("always",),
    "review": ("review", "always"),
    "caret": ("caret", "always"),
    "fix": ("fix",),
    "edit": ("edit",),
    "sessions": ("sessions", "always"),
    "dialog": ("dialog",),
    "help": ("help",),
    "batch": ("batch",),
    "rows": ("rows", "always"),
    "summary": ("summary", "rows", "always"),
    "facets": ("facets", "rows", "always"),
    "reading": ("reading",),
}

# What must be there for a command to do anything; its screen knows whether it is. ``claim``: one that can be
# decided; ``editable``: a session not to read only; ``entry``: what is typed stands for itself; ``more``:
# lines out of view.
Need = Literal[
    "article",
    "claim",
    "claims",
    "listed",
    "facts",
    "decision",
    "selection",
    "editable",
    "change",
    "entry",
    "offers",
    "words",
    "completion",
    "value",
    "facet",
    "filter",
    "target",
    "conflict",
    "series",
    "chart",
    "session",
    "batch",
    "held",
    "more",
]

# In these modes a text field has the focus: printable keys are typing, never commands.
TYPING: frozenset[Mode] = frozenset({"edit", "dialog"})

MODE_TITLES: dict[Mode, str] = {
    "always": N_("Everywhere"),
    "review": N_("Reviewing"),
    "caret": N_("Caret in the article"),
    "fix": N_("Fixing a claim"),
    "edit": N_("Typing a value"),
    "sessions": N_("Sessions"),
    "dialog": N_("A line to type in"),
    "help": N_("A page to read"),
    "batch": N_("Many claims at once"),
    "rows": N_("Overview and summary"),
    "summary": N_("Summary of the facts"),
    "facets": N_("Facets"),
    "reading": N_("While an article is read again"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reviewer can have done, by key, palette, command line or mouse.

    ``id`` never changes: settings files name it. ``title`` is the word on the key line, ``help`` a sentence.
    ``keys`` are the default ones as a user writes them (``a``, ``ctrl+z``, ``space``). ``footer`` orders the
    key line: smaller comes first, 0 is not shown; it is shown while what it ``needs`` is there. ``counts``: a
    number typed before it repeats it.
    """

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    mode: Mode = "review"
    footer: int = 0
    counts: bool = False
    needs: Need | None = None

    @property
    def shown_title(self) -> str:
        """The title in the reader's language."""
        return _(self.title)

    @property
    def shown_help(self) -> str:
        """The help sentence in the reader's language."""
        return _(self.help)
