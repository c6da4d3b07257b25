"""Commands of the fix form: its fields, the ends of the number, and what is typed into a field."""

from tui.ui.command import Command
from tui.ui.i18n import N_

FIX = (
    Command("fix.value", N_("value"), N_("Type the number: 4.2 million, 5..6, 3*12, *1000"), ("v",), "fix"),
    Command("fix.unit", N_("unit"), N_("Choose or type what one of it is"), ("u",), "fix"),
    Command("fix.per", N_("per"), N_("Choose or type the denominator"), ("p",), "fix"),
    Command("fix.bound", N_("bound"), N_("Walk through exact, over, under, about …"), ("b",), "fix"),
    Command("fix.measure", N_("measure"), N_("Walk through level, change, growth, rank"), ("m",), "fix"),
    Command("fix.subject", N_("subject"), N_("Type what is measured"), ("s",), "fix"),
    Command("fix.place", N_("place"), N_("Choose or type whose figure it is"), ("l",), "fix"),
    Command(
        "fix.period",
        N_("period"),
        N_("Type the time it holds for: 2024, 2024-06, 2021/2025, Q3 2021"),
        ("t",),
        "fix",
    ),
    Command("fix.status", N_("status"), N_("Actual or planned"), ("x",), "fix"),
    Command("fix.indicator", N_("indicator"), N_("Choose the indicator of the catalogue"), ("i",), "fix"),
    Command(
        "fix.start_left", N_("start left"), N_("Move the start of the number to the left"), ("[",), "fix"
    ),
    Command(
        "fix.start_right", N_("start right"), N_("Move the start of the number to the right"), ("{",), "fix"
    ),
    Command("fix.end_right", N_("end right"), N_("Move the end of the number to the right"), ("]",), "fix"),
    Command("fix.end_left", N_("end left"), N_("Move the end of the number to the left"), ("}",), "fix"),
    Command(
        "fix.undo",
        N_("undo"),
        N_("Take back the last change in the form"),
        ("z", "backspace"),
        "fix",
        footer=3,
        needs="change",
    ),
    Command(
        "fix.save",
        N_("save"),
        N_("Save the claim as fixed and go to the next pending one"),
        ("enter", "a"),
        "fix",
        footer=1,
    ),
    Command(
        "fix.cancel",
        N_("leave as it was"),
        N_("Leave the form without a change"),
        ("escape",),
        "fix",
        footer=2,
    ),
    Command("fix.help", N_("keys"), N_("Show all keys"), ("?",), "fix", footer=4),
)

FIX_BACK = (
    Command("fix.bound_back", N_("bound back"), N_("Walk back through the bounds"), ("B",), "fix"),
    Command("fix.measure_back", N_("measure back"), N_("Walk back through the measures"), ("M",), "fix"),
    Command("fix.status_back", N_("status back"), N_("Walk back through the statuses"), ("X",), "fix"),
)

EDIT = (
    Command(
        "edit.save",
        N_("save"),
        N_("Take what is typed, save the claim as fixed and go on"),
        ("enter",),
        "edit",
        footer=1,
        needs="entry",
    ),
    Command(
        "edit.take",
        N_("take"),
        N_("Take the marked suggestion or what is typed, and stay"),
        ("tab",),
        "edit",
        footer=2,
        needs="entry",
    ),
    Command(
        "edit.words",
        N_("words"),
        N_("Choose words of the sentence by the first label and the last"),
        ("ctrl+t",),
        "edit",
        footer=5,
        needs="words",
    ),
    Command(
        "edit.down",
        N_("suggestions"),
        N_("Go down the suggestions"),
        ("down",),
        "edit",
        footer=4,
        needs="offers",
    ),
    Command("edit.up", N_("up"), N_("Go up the suggestions"), ("up",), "edit"),
    Command("edit.cancel", N_("back"), N_("Drop what is typed"), ("escape",), "edit", footer=3),
)
