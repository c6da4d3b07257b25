"""Every text of the desk in the reader's language, from one gettext catalogue."""

import gettext as gettext_module
import os
from functools import cache
from pathlib import Path

DOMAIN = "factdesk"
LOCALE_DIR = Path(__file__).parent.parent / "locale"
ENGLISH = "en"

_current: gettext_module.NullTranslations = gettext_module.NullTranslations()
_language = ENGLISH


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools look for
    """Mark a text for the catalogue where it is written down but not yet shown."""
    return message


def _(message: str) -> str:
    """The text in the reader's language."""
    return _current.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The text for a count, in the reader's language; ``{count}`` is left to the caller."""
    return _current.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The text in the reader's language where one English word needs several translations."""
    return _current.pgettext(context, message)


@cache
def languages() -> tuple[str, ...]:
    """The languages that the desk speaks, English first."""
    found = sorted(path.parent.parent.name for path in LOCALE_DIR.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *found)


def match_language(wanted: str) -> str | None:
    """The catalogue for a language tag (``zh``, ``zh-Hans``, ``zh_CN.UTF-8``), None if there is none."""
    tag = wanted.partition(".")[0].partition("@")[0].replace("-", "_").lower()
    if tag in {"c", "posix"}:
        return ENGLISH
    base = tag.partition("_")[0]
    names = {name.lower(): name for name in languages()}
    return names.get(tag) or next(
        (name for low, name in names.items() if low.partition("_")[0] == base), None
    )


def locale_language() -> str:
    """The language that the environment asks for, English if it asks for none that we speak."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        wanted = os.environ.get(variable)
        if wanted:
            return match_language(wanted) or ENGLISH
    return ENGLISH


def use_language(wanted: str | None) -> str:
    """Speak ``wanted`` from now on, with None what the environment asks for; says which it became."""
    global _current, _language  # noqa: PLW0603 - one reader, one language, as gettext has it
    name = (match_language(wanted) if wanted else locale_language()) or ENGLISH
    _language = name
    if name == ENGLISH:
        _current = gettext_module.NullTranslations()
    else:
        _current = gettext_module.translation(DOMAIN, LOCALE_DIR, languages=[name])
    return name


def language() -> str:
    """The language spoken now."""
    return _language
