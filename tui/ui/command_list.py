"""All commands: what can be done, its words and its default keys."""

from tui.ui.command import Command, Mode, Need
from tui.ui.command_fixing import EDIT, FIX, FIX_BACK
from tui.ui.command_pages import DIALOG, FACETS, HELP, LOOKS, ROWS, SESSIONS, SUMMARY
from tui.ui.command_work import BATCH, WORK
from tui.ui.i18n import N_


def _counted(  # noqa: PLR0913 - as of a command
    name: str,
    title: str,
    help_: str,
    *keys: str,
    mode: Mode = "review",
    footer: int = 0,
    needs: Need | None = None,
) -> Command:
    """A command that a number typed before it repeats."""
    return Command(name, title, help_, keys, mode, footer=footer, counts=True, needs=needs)


_REVIEW = (
    _counted(
        "claim.accept",
        N_("accept"),
        N_("Accept the claim and go to the next pending one"),
        "a",
        footer=1,
        needs="claim",
    ),
    Command(
        "claim.fix",
        N_("fix"),
        N_("Fix the claim: a field's letter, then the new value"),
        ("f",),
        footer=2,
        needs="claim",
    ),
    Command(
        "claim.fix_subject",
        N_("fix subject"),
        N_("Fix only what is measured: one key takes and saves"),
        ("s",),
        footer=15,
        needs="claim",
    ),
    Command(
        "claim.fix_place",
        N_("fix place"),
        N_("Fix only whose figure it is: one key takes and saves"),
        ("l",),
        footer=16,
        needs="claim",
    ),
    Command(
        "claim.fix_period",
        N_("fix period"),
        N_("Fix only the time it holds for: one key takes and saves"),
        ("t",),
        footer=17,
        needs="claim",
    ),
    _counted(
        "claim.reject",
        N_("reject"),
        N_("Reject the claim and go to the next pending one"),
        "r",
        "x",
        footer=3,
        needs="claim",
    ),
    Command("claim.reject_because", N_("reject because"), N_("Reject the claim and say why"), ("R",)),
    _counted(
        "claim.skip", N_("skip"), N_("Leave the claim for later and go on"), "space", footer=4, needs="claim"
    ),
    _counted("claim.reopen", N_("reopen"), N_("Make the claim pending again"), "o"),
    Command(
        "claim.add",
        N_("add"),
        N_("Add a claim: from the selection, or the number at the caret"),
        ("+",),
        footer=6,
        needs="selection",
    ),
    Command("claim.note", N_("note"), N_("Write a note on the claim"), ("m",), footer=12, needs="claim"),
    _counted(
        "span.start_left", N_("start left"), N_("Move the start of the claim's number to the left"), "["
    ),
    _counted(
        "span.start_right", N_("start right"), N_("Move the start of the claim's number to the right"), "{"
    ),
    _counted("span.end_right", N_("end right"), N_("Move the end of the claim's number to the right"), "]"),
    _counted("span.end_left", N_("end left"), N_("Move the end of the claim's number to the left"), "}"),
    _counted(
        "review.undo",
        N_("undo"),
        N_("Take back the last decision and go to its claim"),
        "z",
        "ctrl+z",
        "backspace",
        footer=5,
        needs="decision",
    ),
    _counted("review.redo", N_("redo"), N_("Make the decision again that was taken back"), "Z", "ctrl+y"),
    _counted("edit.repeat", N_("repeat"), N_("Make the last decision again, about this claim"), "."),
    _counted(
        "edit.apply_fix", N_("same fix"), N_("Make the last fix again, on the next claim like that one"), "="
    ),
    _counted("claim.next", N_("next"), N_("Go to the next claim"), "j", "down"),
    _counted("claim.previous", N_("previous"), N_("Go to the previous claim"), "k", "up"),
    _counted("pending.next", N_("next pending"), N_("Go to the next pending claim"), "p"),
    _counted("pending.previous", N_("previous pending"), N_("Go to the previous pending claim"), "P"),
    _counted("article.next", N_("next article"), N_("Go to the next article"), "J", "right"),
    _counted("article.previous", N_("previous article"), N_("Go to the previous article"), "K", "left"),
    _counted(
        "problem.next",
        N_("next problem"),
        N_("Go to the next claim with a problem"),
        "n",
        footer=9,
        needs="listed",
    ),
    _counted("problem.previous", N_("previous problem"), N_("Go to the previous claim with a problem"), "N"),
    _counted(
        "number.next",
        N_("uncovered"),
        N_("Go to the next number that no claim covers"),
        "u",
        footer=7,
        needs="article",
    ),
    _counted(
        "number.previous",
        N_("uncovered before"),
        N_("Go to the last number before that no claim covers"),
        "U",
    ),
    Command("claim.first", N_("first"), N_("Go to the first claim of the list"), ("g", "home")),
    Command("claim.last", N_("last"), N_("Go to the last claim of the list"), ("G", "end")),
    _counted("page.down", N_("page down"), N_("Scroll the article down a page"), "pagedown", "ctrl+f"),
    _counted("page.up", N_("page up"), N_("Scroll the article up a page"), "pageup", "ctrl+b"),
    Command(
        "view.search",
        N_("find"),
        N_("Search in all articles of the session"),
        ("/",),
        footer=8,
        needs="article",
    ),
    _counted("search.next", N_("next match"), N_("Go to the next match of the search"), ">"),
    _counted("search.previous", N_("previous match"), N_("Go to the previous match of the search"), "<"),
    Command(
        "view.filter", N_("filter"), N_("Show only the claims that match"), ("\\",), footer=10, needs="claims"
    ),
    Command("caret.start", N_("caret"), N_("Move a caret in the article, to select text"), ("v",)),
    Command("range.start", N_("mark"), N_("Mark a range of claims, to decide them all at once"), ("V",)),
    Command(
        "article.date",
        N_("article's date"),
        N_("Say when the article came out, and read its claims again"),
        ("D",),
    ),
    Command(
        "session.export", N_("export"), N_("Write the facts to a file"), ("e",), footer=11, needs="facts"
    ),
    Command("session.list", N_("sessions"), N_("Close this session and show all of them"), ("S",)),
    Command("view.layout", N_("layout"), N_("Set the panes side by side, or one above the other"), ("|",)),
    Command("view.raw", N_("raw text"), N_("Show the text exactly as stored, with offsets"), ("w",)),
    Command("view.cancel", N_("back"), N_("Leave the selection, the search or the filter"), ("escape",)),
)

_CARET = (
    _counted("caret.left", N_("left"), N_("Move the caret to the left"), "h", "left", mode="caret"),
    _counted("caret.right", N_("right"), N_("Move the caret to the right"), "l", "right", mode="caret"),
    _counted("caret.down", N_("down"), N_("Move the caret down a line"), "j", "down", mode="caret"),
    _counted("caret.up", N_("up"), N_("Move the caret up a line"), "k", "up", mode="caret"),
    _counted("caret.word", N_("next word"), N_("Move the caret to the next word"), "w", mode="caret"),
    _counted("caret.word_back", N_("previous word"), N_("Move the caret back a word"), "b", mode="caret"),
    _counted("caret.number", N_("next number"), N_("Move the caret to the next number"), "n", mode="caret"),
    _counted(
        "caret.number_back", N_("previous number"), N_("Move the caret back to a number"), "N", mode="caret"
    ),
    Command(
        "caret.line_start",
        N_("line start"),
        N_("Move the caret to the start of the line"),
        ("home", "^"),
        "caret",
    ),
    Command(
        "caret.line_end", N_("line end"), N_("Move the caret to the end of the line"), ("end", "$"), "caret"
    ),
    Command(
        "caret.select",
        N_("select"),
        N_("Start or drop a selection at the caret"),
        ("v", "space"),
        "caret",
        footer=2,
    ),
    Command(
        "caret.add",
        N_("add"),
        N_("Add a claim: from the selection, or the number at the caret"),
        ("+", "enter"),
        "caret",
        footer=1,
        needs="editable",
    ),
    Command("caret.stop", N_("leave"), N_("Put the caret away"), ("escape", "q"), "caret", footer=3),
)

_READING = (
    Command(
        "reading.stop",
        N_("stop reading"),
        N_("Leave the article's date as it was"),
        ("escape",),
        "reading",
        1,
    ),
    Command("reading.quit", N_("quit"), N_("Leave once it is read"), ("q", "ctrl+q"), "reading", footer=2),
)

_ALWAYS = (
    Command("app.help", N_("keys"), N_("Show all keys"), ("?",), "always", footer=20),
    Command("app.command_line", N_("command"), N_("Type a command by its name"), (":",), "always"),
    Command(
        "app.palette",
        N_("palette"),
        N_("Find a command, a claim or an article"),
        ("ctrl+p",),
        "always",
        footer=19,
    ),
    Command("app.theme", N_("theme"), N_("Change the colours"), ("T",), "always"),
    Command("app.quit", N_("quit"), N_("Leave with everything saved"), ("q", "ctrl+q"), "always", footer=21),
)

ALL: tuple[Command, ...] = (
    *_REVIEW,
    *WORK,
    *LOOKS,
    *_CARET,
    *FIX,
    *FIX_BACK,
    *EDIT,
    *SESSIONS,
    *DIALOG,
    *HELP,
    *BATCH,
    *ROWS,
    *SUMMARY,
    *FACETS,
    *_READING,
    *_ALWAYS,
)
