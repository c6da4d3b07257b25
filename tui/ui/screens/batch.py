"""What a decision about many claims would do, claim by claim, before it is made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp
from textual.screen import ModalScreen

from tui.text.display import one_line
from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.screens.base import CommandScreen
from tui.ui.widgets.key_bar import Item, KeyBar
from tui.ui.widgets.lines import Lines, Pieces, shorten
from tui.ui.widgets.marks import DOUBT
from tui.ui.widgets.still import Below, Label

Ids = tuple[str, ...]
_LEAST, _AROUND = 24, 10  # lines of the page, and those that are not claims


@dataclass(frozen=True)
class Plan:
    """A decision to be confirmed.

    ``clean`` are the claims that it is about, ``held`` those left out unless they are included on purpose.
    ``line`` shows a claim as it would be, ``trouble`` says what is wrong with one that is held, ``counts``
    sums claims up in a few words; ``about`` says which claims these are, ``note`` what is left alone.
    """

    title: str
    clean: Ids
    held: Ids
    line: Callable[[str], Pieces]
    trouble: Callable[[str], str]
    counts: Callable[[Sequence[str]], str]
    about: str = ""
    note: str = ""


class Preview(Lines):
    """The claims of a plan, as many as there is room for, from ``top`` on."""

    PREFIX = "preview--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"preview--{part}" for part in ("claim", "old", "new", "arrow", "trouble", "more")
    }
    DEFAULT_CSS = """
    Preview {
        height: 1fr; background: $surface; color: $foreground;
        & .preview--claim { color: $foreground; }
        & .preview--old { color: $foreground 72%; text-style: strike; }
        & .preview--new { color: $text-primary; text-style: bold; }
        & .preview--arrow { color: $foreground 65%; }
        & .preview--trouble { color: $text-warning; }
        & .preview--more { color: $foreground 72%; }
    }
    """

    def __init__(self, plan: Plan, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.plan = plan
        self.ids: Ids = plan.clean
        self.top = 0

    def show(self, ids: Ids) -> None:
        """Show these claims from the top."""
        self.ids, self.top = ids, 0
        self.redraw()

    @property
    def is_cut(self) -> bool:
        """Whether there are more claims than lines."""
        return 0 < self.size.height < len(self.ids)

    def scroll_by(self, lines: int) -> None:
        """Show what is further down, or up."""
        last = max(len(self.ids) - self.size.height + 1, 0)
        self.top = min(max(self.top + lines, 0), last)
        self.redraw()

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """The claims in view; the last line counts those below."""
        shown = self.ids[self.top : self.top + height]
        below = len(self.ids) - self.top - len(shown)
        if below:
            shown, below = shown[:-1], below + 1
        held = set(self.plan.held)
        lines: list[Pieces] = []
        for claim_id in shown:
            trouble = f"  {DOUBT} {one_line(self.plan.trouble(claim_id))}" if claim_id in held else ""
            pieces: Pieces = [(" ", ""), *self.plan.line(claim_id), (trouble, "trouble")]
            lines.append(shorten(pieces, width - 1, "claim"))
        if below:
            words = ngettext("… and {count} more", "… and {count} more", below).format(count=below)
            lines.append([(" " + words, "more")])
        return lines


class BatchScreen(CommandScreen[Ids], ModalScreen[Ids]):
    """Asks whether a plan is to be carried out; gives the claims to decide, none if it is not."""

    START_MODE: ClassVar[Mode] = "batch"
    DEFAULT_CSS = """
    BatchScreen {
        align: center middle; background: $background 60%;
        & #batch-box {
            width: 100; max-width: 100%; max-height: 90%; background: $surface;
            border-left: thick $panel; border-right: thick $panel;
        }
        & #batch-title { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold; }
        & #batch-about { height: auto; padding: 1; }
        & #batch-held { height: auto; padding: 1 1 0 1; color: $text-warning; }
        & #batch-keys { background: $panel; }
    }
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self.included = False

    @property
    def ids(self) -> Ids:
        """The claims that would be decided."""
        return (*self.plan.clean, *self.plan.held) if self.included else self.plan.clean

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Below(id="batch-box") as box:
            claims = len(self.plan.clean) + len(self.plan.held)
            box.styles.height = max(_LEAST, claims + _AROUND)
            yield Label(id="batch-title")
            yield Label(id="batch-about")
            yield Preview(self.plan, id="batch-claims")
            yield Label(id="batch-held")
            yield KeyBar(id="batch-keys", keep=0)

    async def on_mount(self) -> None:
        """Show the plan."""
        self.show()
        await self.begin_keys()

    def on_resize(self) -> None:
        """Tell of scrolling where there is something to scroll, once the page has its size."""
        self.call_after_refresh(self.show_keys)

    def show(self) -> None:
        """Show the plan as it stands."""
        count = len(self.ids)
        words = ngettext("{count} claim", "{count} claims", count).format(count=count)
        self.query_one("#batch-title", Label).update(Content(f"{one_line(self.plan.title)} · {words}"))
        about = "\n".join(one_line(line) for line in (self.plan.about, self.plan.counts(self.ids)) if line)
        self.query_one("#batch-about", Label).update(Content(about))
        included = self.plan.held if self.included else ()  # stand first: they want to be seen
        self.query_one(Preview).show((*included, *self.plan.clean))
        lines = [one_line(self.held_words())] if self.plan.held else []
        lines += [one_line(self.plan.note)] if self.plan.note else []
        held = self.query_one("#batch-held", Label)
        held.update(Content("\n".join(lines)))
        held.display = bool(lines)
        self.show_keys()

    def held_words(self) -> str:
        """What is said of the claims with problems or doubts."""
        count = len(self.plan.held)
        if self.included:
            words = ngettext(
                "{count} with a problem, doubt or verdict is included",
                "{count} with problems, doubts or verdicts are included",
                count,
            )
        else:
            words = ngettext(
                "{count} with a problem, doubt or verdict is left out · {key} includes it",
                "{count} with problems, doubts or verdicts are left out · {key} includes them",
                count,
            )
        return words.format(count=count, key=self.keymap.first_key("batch.include"))

    def has(self, need: Need) -> bool:
        """Whether there are claims to decide, or to include, or out of view."""
        there = {"batch": self.ids, "held": self.plan.held, "more": self.query_one(Preview).is_cut}
        return bool(there.get(need, True))

    def key_items(self) -> list[Item]:
        """The keys; the one that includes claims leaves them out again."""
        items = super().key_items()
        if not self.included:
            return items
        leave = _("leave them out")
        return [(name, key, leave if name == "batch.include" else title) for name, key, title in items]

    @handles("batch.do")
    def do(self, _count: int) -> None:
        """Carry the plan out."""
        if self.ids:
            self.leave_with(self.ids)

    @handles("batch.include")
    def include(self, _count: int) -> None:
        """Include the claims that were left out, or leave them out again."""
        if self.plan.held:
            self.included = not self.included
            self.show()

    @handles("batch.cancel")
    def cancel(self, _count: int) -> None:
        """Decide nothing."""
        self.leave_with(())

    @handles("batch.down")
    def down(self, _count: int) -> None:
        """A line on."""
        self.query_one(Preview).scroll_by(1)

    @handles("batch.up")
    def up(self, _count: int) -> None:
        """A line back."""
        self.query_one(Preview).scroll_by(-1)

    @handles("batch.page_down")
    def page_down(self, _count: int) -> None:
        """A page on."""
        preview = self.query_one(Preview)
        preview.scroll_by(max(preview.size.height - 2, 1))

    @handles("batch.page_up")
    def page_up(self, _count: int) -> None:
        """A page back."""
        preview = self.query_one(Preview)
        preview.scroll_by(-max(preview.size.height - 2, 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel."""
        event.stop()
        self.query_one(Preview).scroll_by(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel."""
        event.stop()
        self.query_one(Preview).scroll_by(-3)
