"""Commands of what stands over or beside the review: pages, tables, facets, sessions, a line to type in."""

from tui.ui.command import Command, Mode, Need
from tui.ui.i18n import N_

LOOKS = (
    Command("view.overview", N_("overview"), N_("Show how far the session is, article by article"), ("i",)),
    Command(
        "view.summary", N_("summary"), N_("Show the facts so far as a table, with charts"), ("c",), footer=13
    ),
    Command(
        "view.facets",
        N_("facets"),
        N_("Count the claims by state, unit, place … and narrow the list"),
        ("F",),
        footer=14,
        needs="claims",
    ),
    Command("filter.save", N_("name filter"), N_("Keep the filter under a name, to have it again"), ("M",)),
    Command("view.group", N_("group"), N_("Group the list by article, paragraph or indicator"), ("h",)),
    Command("view.why", N_("why"), N_("Show which rules set the claim's fields"), ("W",)),
    Command("view.history", N_("history"), N_("Show what was decided about the claim, and by whom"), ("H",)),
)


def _row(  # noqa: PLR0913 - as of a command
    name: str,
    title: str,
    help_: str,
    *keys: str,
    mode: Mode = "rows",
    footer: int = 0,
    needs: Need | None = None,
) -> Command:
    return Command(name, title, help_, keys, mode, footer=footer, needs=needs)


ROWS = (
    _row(
        "row.open",
        N_("go there"),
        N_("Go to what the row stands for"),
        "enter",
        "o",
        footer=1,
        needs="target",
    ),
    _row("row.down", N_("down"), N_("Go down a row"), "j", "down"),
    _row("row.up", N_("up"), N_("Go up a row"), "k", "up"),
    _row("row.page_down", N_("page down"), N_("Go down a page"), "space", "pagedown"),
    _row("row.page_up", N_("page up"), N_("Go up a page"), "b", "pageup"),
    _row("row.first", N_("first"), N_("Go to the first row"), "g", "home"),
    _row("row.last", N_("last"), N_("Go to the last row"), "G", "end"),
    _row(
        "row.find",
        N_("find"),
        N_("Go to the next row that holds what is typed"),
        "/",
        footer=7,
        needs="listed",
    ),
    _row("row.close", N_("close"), N_("Go back to the review"), "escape", "q", footer=9),
)

SUMMARY = (
    _row(
        "summary.conflict",
        N_("contradiction"),
        N_("Go to the next figure on which facts disagree"),
        "n",
        mode="summary",
        footer=2,
        needs="conflict",
    ),
    _row(
        "summary.series",
        N_("next series"),
        N_("Go to the next figures that compare over time"),
        "s",
        mode="summary",
        footer=3,
        needs="series",
    ),
    _row(
        "summary.chart",
        N_("bars or line"),
        N_("Draw the chart the other way"),
        "c",
        mode="summary",
        footer=4,
        needs="chart",
    ),
)

FACETS = (
    _row(
        "facet.choose",
        N_("only these"),
        N_("Show only the claims with this value, or no longer so"),
        *("enter", "space"),
        mode="facets",
        footer=1,
        needs="value",
    ),
    _row(
        "facet.exclude",
        N_("all but these"),
        N_("Leave out the claims with this value, or no longer so"),
        *("x", "-"),
        mode="facets",
        footer=2,
        needs="facet",
    ),
    _row(
        "facet.widen",
        N_("widen"),
        N_("Take away what was narrowed last"),
        *("backspace", "z"),
        mode="facets",
        footer=3,
        needs="filter",
    ),
    _row(
        "facet.next",
        N_("next field"),
        N_("Go to the next field"),
        "l",
        "right",
        "tab",
        mode="facets",
        footer=4,
        needs="value",
    ),
    _row("facet.previous", N_("previous field"), N_("Go to the field before"), "h", "left", mode="facets"),
    _row(
        "facet.save",
        N_("name filter"),
        N_("Keep the filter under a name, to have it again"),
        "M",
        mode="facets",
        footer=5,
        needs="filter",
    ),
    _row(
        "facet.close",
        N_("done"),
        N_("Close the facets; the filter stays"),
        "escape",
        "q",
        "F",
        mode="facets",
        footer=6,
    ),
)

SESSIONS = (
    Command("sessions.down", N_("down"), N_("Go down the list"), ("j", "down"), "sessions"),
    Command("sessions.up", N_("up"), N_("Go up the list"), ("k", "up"), "sessions"),
    Command("sessions.page_down", N_("page down"), N_("Go down a page"), ("space", "pagedown"), "sessions"),
    Command("sessions.page_up", N_("page up"), N_("Go up a page"), ("b", "pageup"), "sessions"),
    Command("sessions.first", N_("first"), N_("Go to the first session"), ("g", "home"), "sessions"),
    Command("sessions.last", N_("last"), N_("Go to the last session"), ("G", "end"), "sessions"),
    Command(
        "sessions.open",
        N_("open"),
        N_("Open the session"),
        ("enter", "o"),
        "sessions",
        footer=1,
        needs="session",
    ),
    Command("sessions.new", N_("new"), N_("Start a session from a folder"), ("n",), "sessions", footer=2),
)

DIALOG = (
    Command("dialog.accept", N_("OK"), N_("Do it"), ("enter",), "dialog", footer=1),
    Command(
        "dialog.cancel", N_("cancel"), N_("Close without doing anything"), ("escape",), "dialog", footer=2
    ),
    Command(
        "dialog.next",
        N_("complete"),
        N_("Complete what is typed, or go to the next choice"),
        ("tab",),
        "dialog",
        footer=3,
        needs="completion",
    ),
)

HELP = (
    Command(
        "help.close", N_("close"), N_("Go back to where you were"), ("escape", "q", "?"), "help", footer=1
    ),
    Command("help.down", N_("down"), N_("Scroll down"), ("j", "down"), "help", footer=2, needs="more"),
    Command("help.up", N_("up"), N_("Scroll up"), ("k", "up"), "help", footer=3, needs="more"),
    Command("help.page_down", N_("page down"), N_("Scroll down a page"), ("space", "pagedown"), "help"),
    Command("help.page_up", N_("page up"), N_("Scroll up a page"), ("b", "pageup"), "help"),
    Command("help.top", N_("top"), N_("Go to the first line"), ("g", "home"), "help"),
    Command("help.bottom", N_("bottom"), N_("Go to the last line"), ("G", "end"), "help"),
)
