"""Sentences that the desk can tell in another language: what stays the same, and what fills it."""

import re
from typing import Any, Self

from msgspec import Struct

# What a sentence that comes from a file may have braces for: names of its parts and nothing more.
_PLACES = re.compile(r"(?:[^{}]|\{[^\W\d]\w*\})*")
_PLACE = re.compile(r"\{(\w+)\}")


class Told(str):
    """A sentence in English that knows its ``template`` and the ``parts`` that fill it.

    The template is what the catalogue of translations has. A template without parts is taken as it stands.
    """

    template: str
    parts: dict[str, Any]

    def __new__(cls, template: str, /, **parts: Any) -> Self:
        """Fill the template, as ``str.format`` does."""
        made = super().__new__(cls, template.format(**parts) if parts else template)
        made.template, made.parts = template, parts
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), self.parts


class Sentence(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A sentence with parts, as a file keeps it; one without is kept as plain text."""

    text: str
    parts: "dict[str, str | int | Sentence]" = {}


def kept(told: str) -> str | Sentence:
    """A sentence as a file keeps it, so that it can be told in another language later."""
    if not isinstance(told, Told) or not told.parts:
        return str(told)
    parts = {
        name: part if isinstance(part, int) else kept(part if isinstance(part, Told) else str(part))
        for name, part in told.parts.items()
    }
    return Sentence(told.template, parts)


def told_again(sentence: str | Sentence) -> Told:
    """A sentence that was kept; one whose braces are no names of its parts is taken as it stands."""
    if isinstance(sentence, str):
        return Told(sentence)
    text, parts = sentence.text, sentence.parts
    if not _PLACES.fullmatch(text) or not set(_PLACE.findall(text)) <= set(parts):
        return Told(text)
    return Told(
        text, **{name: told_again(p) if isinstance(p, str | Sentence) else p for name, p in parts.items()}
    )
