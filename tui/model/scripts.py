"""The characters of scripts, and the marks that several of them share."""

# Chinese characters, as they stand between the brackets of a class in a regular expression.
HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# Round brackets, narrow and wide.
OPENING, CLOSING = ("(", "\uff08"), (")", "\uff09")
# What a line ends with that announces the items behind it.
COLONS = (":", "\uff1a")
