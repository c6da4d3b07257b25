"""Which key means which command: the defaults, what settings remap, and what is refused about it."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model.telling import Told
from tui.ui.commands import COMMANDS, LOOKUP, MODES, TYPING, Command, Mode

if TYPE_CHECKING:
    from textual.events import Key

# Keys that keep their meaning everywhere, with the reason a settings file is told.
RESERVED = {
    "ctrl+c": Told("it copies the selection"),
    "escape": Told("it always leads back"),
    **dict.fromkeys("0123456789", Told("digits are counts and choices")),
}

# Other spellings that users write for the same key.
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "cr": "enter",
    " ": "space",
    "spacebar": "space",
    "del": "delete",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "bs": "backspace",
}
_NAMED = frozenset(
    ["escape", "enter", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"]
    + ["up", "down", "left", "right"]
    + [f"f{number}" for number in range(1, 25)]
)
_SHOWN = {
    "space": "␣",
    "escape": "esc",
    "enter": "⏎",
    "backspace": "⌫",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "tab": "⇥",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


class KeymapError(ValueError):
    """A remapping that cannot hold; each of ``problems`` is one line that names both sides."""

    def __init__(self, problems: Sequence[Told]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def normalise_key(written: str) -> str | None:
    """A key as the desk compares it (``a``, ``J``, ``ctrl+z``, ``space``), None if there is no such key."""
    written = written.strip() or ("space" if written else "")
    if len(written) == 1:
        return written if written.isprintable() else None
    *modifiers, name = written.lower().split("+")
    if len(name) == 1 and modifiers == ["shift"] and name.isalpha():
        return name.upper()
    name = _SPELLINGS.get(name, name)
    if not set(modifiers) <= {"ctrl", "shift", "alt"} or len(set(modifiers)) != len(modifiers):
        return None
    if name not in _NAMED and not (modifiers and len(name) == 1 and name.isprintable()):
        return None
    return "+".join([*(m for m in ("ctrl", "alt", "shift") if m in modifiers), name])


def key_of(event: "Key") -> str:
    """The key of an event as the desk compares it; full-width characters count as the plain ones."""
    character = event.character
    if character is not None and len(character) == 1 and event.is_printable and character != " ":
        return unicodedata.normalize("NFKC", character)[:1] if "+" not in event.key else event.key
    return event.key


def show_key(key: str) -> str:
    """A key as the key line shows it."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _SHOWN.get(key, key)


@dataclass(frozen=True, slots=True)
class Keymap:
    """Keys by command and commands by key. Make one with `resolve`, which refuses what cannot hold."""

    keys: Mapping[str, tuple[str, ...]]
    table: Mapping[tuple[Mode, str], str]

    def command(self, mode: Mode, key: str) -> Command | None:
        """The command that ``key`` means while ``mode`` is on."""
        for place in LOOKUP[mode]:
            name = self.table.get((place, key))
            if name is not None:
                return COMMANDS[name]
        return None

    def first_key(self, command_id: str) -> str:
        """The key to show for a command, empty if it has none."""
        keys = self.keys.get(command_id, ())
        return show_key(keys[0]) if keys else ""

    def way_to(self, command_id: str) -> str:
        """The key to tell of in a sentence; where a command has none, what to type for it."""
        return self.first_key(command_id) or f":{command_id}"


def resolve(overrides: Mapping[str, str | Iterable[str]] | None = None) -> Keymap:
    """The keymap with some commands' keys replaced, each by one key or by several.

    Raises:
        KeymapError: for an unknown command or key, a reserved key, two commands on one key, or a key that
            would hide a command of the same moment. Nothing is ever dropped in silence.
    """
    problems: list[Told] = []
    keys = {command.id: command.keys for command in COMMANDS.values()}
    changed: set[str] = set()
    for command_id, wanted in (overrides or {}).items():
        if command_id not in COMMANDS:
            problems.append(_no_command(command_id))
            continue
        given = _split(wanted)
        checked = [_check(command_id, key, problems) for key in given]
        keys[command_id] = tuple(dict.fromkeys(key for key in checked if key is not None))
        changed.add(command_id)
    table: dict[tuple[Mode, str], str] = {}
    for command in COMMANDS.values():
        for key in keys[command.id]:
            other = table.setdefault((command.mode, key), command.id)
            if other != command.id:
                both = Told(
                    "keys: {key!r} means both {one!r} and {other!r}; give one of them another",
                    key=key,
                    one=other,
                    other=command.id,
                )
                problems.append(both)
    problems += _shadowed(table, changed)
    if problems:
        raise KeymapError(problems)
    return Keymap(keys, table)


def _split(wanted: str | Iterable[str]) -> list[str]:
    """One key, several in a list, or several in a string with commas or spaces between them."""
    if not isinstance(wanted, str):
        return [str(key) for key in wanted]
    if len(wanted) == 1:
        return [wanted]
    return [part for part in wanted.replace(",", " ").split() if part]


def _check(command_id: str, written: str, problems: list[Told]) -> str | None:
    key = normalise_key(written)
    command = COMMANDS[command_id]
    if key is None:
        told = Told(
            "keys: {key!r} for {command!r} is no key; write it like a, J, ctrl+z, space or f5",
            key=written,
            command=command_id,
        )
        problems.append(told)
    elif key in RESERVED and key not in command.keys:
        problems.append(_not_to_be_given(key, command_id, RESERVED[key]))
    elif command.mode in TYPING and (len(key) == 1 or key == "space"):
        problems.append(_not_to_be_given(key, command_id, Told("there it is typed into the field")))
    else:
        return key
    return None


def _not_to_be_given(key: str, command_id: str, reason: Told) -> Told:
    return Told(
        "keys: {key!r} cannot be given to {command!r}: {reason}", key=key, command=command_id, reason=reason
    )


def _shadowed(table: Mapping[tuple[Mode, str], str], changed: set[str]) -> list[Told]:
    """Commands that a remapped key would hide, or be hidden by; what the defaults hide is meant."""
    problems: list[Told] = []
    for mode in MODES:
        for nearer, farther in _pairs(LOOKUP[mode]):
            for (place, key), name in table.items():
                hidden = table.get((farther, key)) if place == nearer else None
                if hidden is not None and {name, hidden} & changed:
                    hides = Told(
                        "keys: {key!r} for {command!r} would hide {hidden!r}, which has the same key",
                        key=key,
                        command=name,
                        hidden=hidden,
                    )
                    problems.append(hides)
    return list(dict.fromkeys(problems))


def _pairs(places: Sequence[Mode]) -> Iterable[tuple[Mode, Mode]]:
    return ((near, far) for index, near in enumerate(places) for far in places[index + 1 :])


def _no_command(command_id: str) -> Told:
    from rapidfuzz import process  # noqa: PLC0415 - only a mistaken settings file needs it

    best = process.extractOne(command_id, list(COMMANDS), score_cutoff=60)
    if not best:
        return Told("keys: there is no command {command!r}", command=command_id)
    return Told(
        "keys: there is no command {command!r}; did you mean {meant!r}?", command=command_id, meant=best[0]
    )
