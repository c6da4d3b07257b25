"""What is said in the terminal once the screen is gone."""

import re
import shlex

from tui.ui.i18n import _, ngettext
from tui.workspace import OpenSession
from tui.workspace.places import name_of, shown_path

_PLAIN = re.compile(r"[\w@%+:,./-]+")  # Chinese as well, which no shell takes for anything else


def farewell(opened: OpenSession, *, saved: bool) -> str:
    """How far a session is, where it is kept if that is ``saved``, and how to go on with it."""
    done = opened.review.progress()
    words = ngettext("{decided} of {count} claim decided", "{decided} of {count} claims decided", done.total)
    parts = [words.format(decided=f"{done.decided:,}", count=f"{done.total:,}")]
    if opened.read_only:
        parts.append(_("nothing changed, as it was open to read only"))
    elif saved:
        parts.append(_("saved in {file}").format(file=shown_path(opened.file.path)))
    name = name_of(opened.file.path)
    command = f"factdesk resume {name if _PLAIN.fullmatch(name) else shlex.quote(name)}"
    return " · ".join([*parts, _("go on with: {command}").format(command=command)])


def end_of_tour() -> str:
    """How to begin with articles of one's own."""
    return _("That was the tour. Begin with your own articles: {command}").format(
        command="factdesk review FOLDER"
    )
