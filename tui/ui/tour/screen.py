"""The review screen with the tour's line above it, which follows what the reviewer does."""

from string import Formatter

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.style import Style

from tui.text.wrap import wrap
from tui.ui.commands import LOOKUP, commands_of
from tui.ui.desk import Desk
from tui.ui.i18n import _
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.tour.steps import STEPS, Place, Step
from tui.ui.widgets.still import Label

# What ends a form or a line with what was entered there; anything else that ends it was a change of mind.
_ENDS = frozenset({"fix.save", "edit.save", "dialog.accept"})
_EDGES = 4  # cells beside the words: the border and what is left free
_COMMAND = "command"  # what a key in the sentence does, for a click on it
_PLACES: dict[str, Place] = {"fix": "form", "edit": "form", "dialog": "line"}


class TourScreen(ReviewScreen):
    """Every key does what it does on the real desk; the tour goes on when its own was pressed."""

    DEFAULT_CSS = """
    TourScreen {
        & #tour {
            height: auto; padding: 0 2 0 1; background: $primary 20%; color: $foreground;
            border-left: thick $primary;
        }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.step = 0

    def compose(self) -> ComposeResult:
        """Lay out the tour's line, then the desk."""
        yield Label(self._words(), id="tour")
        yield from super().compose()

    def on_resize(self) -> None:
        """Fold the words for the new width."""
        self._tell()

    @property
    def place_now(self) -> Place:
        """Where the reviewer is."""
        return _PLACES.get(self.mode, "review")

    def run_command(self, command_id: str, count: int = 1) -> bool:
        """Do a command as ever, then see whether the tour waited for it."""
        done = super().run_command(command_id, count)
        if done and self.is_attached:
            self._follow(command_id)
        return done

    def _follow(self, command_id: str) -> None:
        step = STEPS[self.step]
        if step.place != "review" and self.place_now == "review":
            self._go(self._outside(after=command_id in _ENDS))
        elif command_id == step.waits_for and step.until(self):
            self._go(self.step + 1)

    def _outside(self, *, after: bool) -> int:
        """The step among the claims that follows the present form or line, or the one that leads into it."""
        at = self.step
        while STEPS[at].place != "review":
            at += 1 if after else -1
        return at

    def _go(self, step: int) -> None:
        self.step = min(step, len(STEPS) - 1)
        self._tell()

    def _tell(self) -> None:
        self.query_one("#tour", Label).update(self._words())

    def _words(self) -> Content:
        """Where in the tour this is, how to leave it, and what to do next."""
        head = _("Tour {step} of {steps}").format(step=self.step + 1, steps=len(STEPS))
        quits = _("{key} leaves at any time").format(key=self._way_out())
        words = Content.assemble((head, "bold"), " · ", quits, "\n", *self._sentence(STEPS[self.step]))
        lines = wrap(words.plain, self.app.size.width - _EDGES)
        ends = (line.start + len(words.plain[line.start : line.end].rstrip(" \n")) for line in lines)
        return Content("\n").join(words[line.start : end] for line, end in zip(lines, ends, strict=True))

    def on_click(self, event: Click) -> None:
        """Do what a key does that was clicked in the sentence, where it means that now."""
        command_id = event.style.meta.get(_COMMAND)
        if command_id in {command.id for place in LOOKUP[self.mode] for command in commands_of(place)}:
            event.stop()
            self.run_command(command_id)

    def _way_out(self) -> str:
        return f"{self.keymap.first_key('view.cancel')} {self.keymap.first_key('app.quit')}"

    def _sentence(self, step: Step) -> list[str | Content]:
        parts: list[str | Content] = []
        for text, command_id, _spec, _conversion in Formatter().parse(_(step.text)):
            parts.append(text)
            if command_id:
                key = self.keymap.way_to(command_id)
                shown = Content.styled(f"\u00a0{key}\u00a0", "bold $background on $primary")  # never cut
                parts.append(shown.stylize(Style.from_meta({_COMMAND: command_id})))
        return parts
