"""The marks that tell states apart without colour, all one cell wide in every terminal."""

STATE_MARKS: dict[str, str] = {
    "pending": "\u2219",  # a dot
    "accepted": "\u2713",  # a tick
    "fixed": "\u270e",  # a pencil
    "rejected": "\u2717",  # a cross
    "skipped": "\u21b7",  # an arrow past it
}
CURRENT = "\u25ba"
NOTE = "\u2709"
DOUBT = "?"
PLANNED = "\u203a"
FULL, REST = "\u2501", "\u2500"  # of a bar, apart without colours as well

# How a number limits the truth, and what kind of statement it is.
BOUND_MARKS = {
    "exact": " ",
    "over": ">",
    "under": "<",
    "about": "~",
    "at_least": "\u2265",
    "at_most": "\u2264",
}
RISE, FALL, RANK = "\u25b4", "\u25be", "#"


def measure_mark(measure: str, *, falls: bool) -> str:
    """An arrow for a change or growth, ``#`` for a rank, nothing for a level."""
    if measure in {"change", "growth"}:
        return FALL if falls else RISE
    return RANK if measure == "rank" else " "
