"""The line that says what just happened; quiet, and gone with the next key that matters."""

from typing import Literal

from textual.content import Content

from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.text.wrap import wrap
from tui.ui.widgets.still import Still

Tone = Literal["plain", "good", "aside", "warning", "error"]  # aside: wrong, but nobody asked
_STYLES: dict[Tone, str] = {
    "plain": "$foreground 80%",
    "good": "$text-success",
    "aside": "$text-warning",
    "warning": "$text-warning",
    "error": "bold $text-error",
}


_WHOLE = frozenset({"warning", "error"})  # what is told to its end
_BETWEEN = " \u00b7 "  # stands between the parts of what is said
_LEAST = 8  # cells of a part that are left of it at least


def fit_parts(text: str, width: int) -> str:
    """What is said cut to so many cells: the longest part gives way, so that keys told behind it are seen.

    Where that is not enough, the longest between the first and the last goes, of equal ones the later.
    """
    parts = text.split(_BETWEEN)
    over = cells(text) - width
    while over > 0 and len(parts) > 1:
        sizes = [cells(part) for part in parts]
        size, longest = max((size, -at) for at, size in enumerate(sizes))
        if size - over >= min(size, _LEAST) or len(parts) == 2:
            parts[-longest] = fit(parts[-longest], max(size - over, min(size, _LEAST)))
            break
        dropped = max(range(1, len(parts) - 1), key=lambda at: (sizes[at], at))
        over -= sizes[dropped] + len(_BETWEEN)
        del parts[dropped]
    return fit(_BETWEEN.join(parts), width)


class StatusLine(Still):
    """One line of plain text on the left and a short remark on the right, such as the mark of saving.

    What is wrong is told to its end, on more lines if need be; not so what comes up aside of all keys.
    """

    DEFAULT_CSS = """
    StatusLine {
        height: 1; padding: 0 1; background: $surface;
        &.-whole { height: auto; min-height: 1; max-height: 4; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="status")
        self.text = ""
        self.tone: Tone = "plain"
        self.remark = ""

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Show a text; whatever is in it, it is shown as it stands."""
        if (text, tone) != (self.text, self.tone):
            grows = not _WHOLE.isdisjoint({tone, self.tone})
            self.text, self.tone = text, tone
            self.set_class(tone in _WHOLE, "-whole")
            self.refresh(layout=grows)

    def set_remark(self, remark: str) -> None:
        """Show a remark on the right."""
        if remark != self.remark:
            self.remark = remark
            self.refresh()

    def render(self) -> Content:
        """The line as it is painted."""
        room, text = self.content_size.width, one_line(self.text)
        remark = one_line(self.remark)
        left = max(room - len(remark) - 1, 0)
        if self.tone in _WHOLE and cells(text) > left:
            lines = (text[line.start : line.end].rstrip() for line in wrap(text, max(room, _LEAST)))
            return Content.styled("\n".join(lines), _STYLES[self.tone])
        text = fit_parts(text, left)
        return Content.assemble((text, _STYLES[self.tone]), " ", (remark, "$foreground 80%"))
