"""Sentences that the desk can tell in another language: what stays the same, and what fills it."""

from typing import Any, Self


class Told(str):
    """A sentence in English that knows its ``template`` and the ``parts`` that fill it.

    The template is what the catalogue of translations has. A template without parts is taken as it stands.
    """

    template: str
    parts: dict[str, Any]

    def __new__(cls, template: str, **parts: Any) -> Self:
        """Fill the template, as ``str.format`` does."""
        made = super().__new__(cls, template.format(**parts) if parts else template)
        made.template, made.parts = template, parts
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), self.parts
