"""Regular expressions without regard to case, of which Chinese characters have none."""

import re

# What is escaped, and sets of characters, so that a bracket within either is none of its own.
_PART = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_WIDE = r"(?:[\u3400-\u9fff]|\\u[3-9][0-9a-fA-F]{3})"
_RANGES = re.compile(rf"\[\^?(?:{_WIDE}-?)*{_WIDE}-{_WIDE}(?:{_WIDE}-?)*\]")


def compiled(source: str, flags: int) -> re.Pattern[str]:
    """An expression compiled; the same one as ``re.compile`` makes, sooner where case does not matter.

    To disregard case in a range, each of its twenty thousand characters is looked up; in one of Chinese
    characters alone that changes nothing. Raises re.error if it can't be compiled.
    """
    return re.compile(_PART.sub(_cased, source) if flags & re.IGNORECASE else source, flags)


def _cased(part: re.Match[str]) -> str:
    return f"(?-i:{part[0]})" if _RANGES.fullmatch(part[0]) else part[0]
