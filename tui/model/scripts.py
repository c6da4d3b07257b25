"""The characters of scripts, as they stand between the brackets of a class in a regular expression."""

# Chinese characters.
HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
