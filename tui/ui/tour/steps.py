"""What the tour teaches, one key after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.ui.i18n import N_

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

Place = Literal["review", "form", "line"]


def _always(_screen: "ReviewScreen") -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence, and the command it waits for; ``{id}`` in the sentence is that command's key.

    ``place`` is where the reviewer is then: among the claims, in the form of a claim, or at a line to type
    in. ``until`` must hold as well.
    """

    text: str
    waits_for: str
    place: Place = "review"
    until: Callable[["ReviewScreen"], bool] = _always


STEPS: tuple[Step, ...] = (
    Step(
        N_(
            "An article, and the numbers that it states. The marked one is right? "
            "{claim.accept} accepts it, saves it, and goes on."
        ),
        "claim.accept",
    ),
    Step(N_("Say the next one is of no use to you: {claim.reject} rejects it."), "claim.reject"),
    Step(N_("Say this one is nearly right: {claim.fix} opens its fields."), "claim.fix"),
    Step(
        N_(
            "An underlined letter opens its field. Try {fix.bound}: "
            "it walks through exact, over, under, about. "
            "In other fields you type, or take a suggestion by its number."
        ),
        "fix.bound",
        "form",
    ),
    Step(N_("{fix.save} saves the claim as fixed."), "fix.save", "form"),
    Step(
        N_("Nothing is final: {review.undo} takes the last decision back, as often as you like."),
        "review.undo",
    ),
    Step(
        N_("A number of this article was left out. {number.next} finds the next one that no claim covers."),
        "number.next",
    ),
    Step(
        N_("{claim.add} reads it as a claim and opens it, filled in."),
        "claim.add",
        until=lambda screen: screen.mode in {"fix", "edit"},
    ),
    Step(N_("{fix.save} adds it."), "fix.save", "form"),
    Step(N_("{view.search} finds words in all articles."), "view.search"),
    Step(N_("Type a word that you see on the left, then {dialog.accept}."), "dialog.accept", "line"),
    Step(N_("{view.filter} shows only some of the claims."), "view.filter"),
    Step(
        N_("Type a part of what is measured, a place or a unit, then {dialog.accept}."),
        "dialog.accept",
        "line",
    ),
    Step(
        N_("{view.cancel} leaves the search, and pressed again the filter."),
        "view.cancel",
        until=lambda screen: not screen.searching.filter,
    ),
    Step(N_("{app.help} shows all keys, those of the moment first; {help.close} comes back."), "app.help"),
    Step(
        N_(
            "That is all you need. {app.quit} ends the tour; nothing of it is kept. "
            "Your own articles: factdesk review FOLDER"
        ),
        "app.quit",
    ),
)
