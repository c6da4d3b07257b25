"""What the style sheets call the sizes of a terminal, from so many cells on."""

WIDTHS = ((0, "-narrow"), (100, "-normal"), (150, "-wide"))
HEIGHTS = ((0, "-low"), (30, "-high"))
