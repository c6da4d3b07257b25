"""Commands about many claims at once: batches, orders of work, likeness; and copying."""

from tui.ui.command import Command
from tui.ui.i18n import N_

WORK = (
    Command(
        "batch.accept",
        N_("accept shown"),
        N_("Accept all pending claims of the list, after a preview"),
        ("A",),
    ),
    Command(
        "batch.reject",
        N_("reject shown"),
        N_("Reject all pending claims of the list, after a preview"),
        ("X",),
    ),
    Command(
        "edit.apply_all",
        N_("same fix for all"),
        N_("Make the last fix on all claims that it fits, after a preview"),
        ("*",),
    ),
    Command("view.order", N_("order"), N_("Another order: text, doubt, indicator, field in trouble"), ("O",)),
    Command("order.text", N_("as the text runs"), N_("Order the claims as the text runs"), ()),
    Command("order.doubt", N_("least sure first"), N_("Order the claims by doubt, least sure first"), ()),
    Command("order.indicator", N_("by indicator"), N_("Order the claims by their indicator"), ()),
    Command("order.field", N_("by field in trouble"), N_("Order the claims by the field in trouble"), ()),
    Command("claim.copy", N_("copy"), N_("Copy the selection, or the claim's sentence"), ("y",)),
    Command("claim.copy_fact", N_("copy fact"), N_("Copy the claim with its fields as one line"), ("Y",)),
)

BATCH = (
    Command(
        "batch.do",
        N_("do it"),
        N_("Decide the claims shown, as one step"),
        ("enter",),
        "batch",
        footer=1,
        needs="batch",
    ),
    Command(
        "batch.include",
        N_("include them"),
        N_("Include those with problems or doubts, or leave them out"),
        ("i",),
        "batch",
        footer=2,
        needs="held",
    ),
    Command("batch.cancel", N_("cancel"), N_("Decide nothing"), ("escape", "q"), "batch", footer=3),
    Command("batch.down", N_("down"), N_("Scroll down"), ("j", "down"), "batch", footer=4, needs="more"),
    Command("batch.up", N_("up"), N_("Scroll up"), ("k", "up"), "batch", footer=5, needs="more"),
    Command("batch.page_down", N_("page down"), N_("Scroll down a page"), ("space", "pagedown"), "batch"),
    Command("batch.page_up", N_("page up"), N_("Scroll up a page"), ("b", "pageup"), "batch"),
)
