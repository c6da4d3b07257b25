"""Settings of the user and of the project, read from YAML; the project's win."""

from pathlib import Path
from typing import Literal, get_args

import msgspec
import platformdirs
from msgspec import Struct, structs

from tui.model.telling import Told
from tui.model.wording import why_no_record
from tui.storage.disk import place_named
from tui.storage.errors import StorageError
from tui.storage.plain import Fields, read_limited

Layout = Literal["auto", "beside", "stacked"]
Group = Literal["article", "paragraph", "indicator"]
_CHOICES = {"layout": get_args(Layout), "group": get_args(Group)}
MAX_BYTES = 1_000_000
PROJECT_FILE = "factdesk.yaml"
USER_FILE = "settings.yaml"


class Settings(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a user or project chose; None and empty mean the program's own choice.

    ``layout`` is how article and claims stand, auto as the terminal's size has it; ``group`` is what the
    list is grouped by, where that is the indicator, in sessions that are new: others keep their order.
    ``keys`` gives a command's id one key or several; ``rules`` are folders of rule packs laid over the
    built-in ones, found from the settings file's folder; ``filters`` are saved filters by name.
    """

    keys: dict[str, str | tuple[str, ...]] = {}
    theme: str | None = None
    layout: Layout | None = None
    group: Group | None = None
    language: str | None = None
    reviewer: str | None = None
    rules: tuple[str, ...] = ()
    filters: dict[str, str] = {}


def user_file() -> Path:
    """Where the user's settings are looked for."""
    return Path(platformdirs.user_config_dir("factdesk", appauthor=False)) / USER_FILE


def load_settings(folder: Path | None = None) -> Settings:
    """The user's settings with those of the project in ``folder`` (by default the current one) over them.

    Raises:
        StorageError: a file is no settings file; with the line and the reason.
    """
    project = (Path.cwd() if folder is None else folder) / PROJECT_FILE
    user, own = read_settings(user_file()), read_settings(project)
    chosen = {name: getattr(own, name) for name in own.__struct_fields__ if getattr(own, name)}
    for name in ("keys", "filters"):
        chosen[name] = {**getattr(user, name), **getattr(own, name)}
    return structs.replace(user, **chosen)


def read_settings(path: Path) -> Settings:
    """One settings file; the program's own choices where there is none."""
    if not path.is_file():
        return Settings()
    from tui.storage.yamltext import parse  # noqa: PLC0415 - most have no such file

    data = parse(read_limited(path, MAX_BYTES), path)
    if data is None:
        return Settings()
    if not isinstance(data, Fields):
        raise StorageError(path, Told("must be a list of settings such as 'theme: dark'"), 1)
    for name, line in data.lines.items():
        if name not in Settings.__struct_fields__:
            raise StorageError(path, _unknown(name), line)
    try:
        settings = msgspec.convert(dict(data), Settings)
    except msgspec.ValidationError as error:
        place, reason = why_no_record(error)
        name = place.lstrip(".").partition(".")[0].partition("[")[0]
        told = Told("{place}: {reason}", place=place.lstrip("."), reason=reason)
        if name in _CHOICES:
            told = Told("{told}; known are {known}", told=told, known=", ".join(_CHOICES[name]))
        raise StorageError(path, told, data.lines.get(name)) from None
    rules = tuple(str(path.parent / place_named(rule)) for rule in settings.rules)
    return structs.replace(settings, rules=rules)


def _unknown(name: str) -> Told:
    """That a setting is none, with the one that is likeliest meant, or else all."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for mistakes only

    known = Settings.__struct_fields__
    best = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=60)
    if best:
        return Told("unknown setting {name!r}; did you mean {meant!r}?", name=name, meant=best[0])
    return Told("unknown setting {name!r}; known are {known}", name=name, known=", ".join(known))
