"""The session file: a readable header, then articles, claims and decisions, one flow mapping a line."""

import contextlib
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from tui.model import FORMAT, FORMAT_VERSION, Article, Claim, Decision, Session, Unread, View
from tui.model.telling import Told
from tui.model.wording import why_no_record
from tui.storage import lines
from tui.storage.errors import DamagedError
from tui.storage.migrate import check_version, migrated
from tui.storage.plain import Fields, Items, read_limited

MAX_BYTES = 1_000_000_000
SECTIONS: dict[str, type[Any]] = {"articles": Article, "claims": Claim, "decisions": Decision}
END = b"..."
_TOP = b"# A Factdesk session: what was read, what it claims, and what was decided. See sessions/README.md.\n"
_FORMAT_LINE = f"format: {FORMAT}".encode()
_HEAD_BYTES = 4096  # enough for comments above the format
_UNQUOTED = re.compile(r"Expected `str.*`, got `(?:int|bool|decimal|float)`")
_HEADER_LINE = re.compile(rb"([a-z]+): (.+)")


class Header(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The top of the file; ``generation`` counts how often the file was replaced."""

    format: str
    version: int
    name: str
    created: str
    rules: str = ""
    generation: int = 1
    view: View = View()
    waiting: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """What one session file holds; ``lines`` are those of the records of each section, as far as known."""

    header: Header
    session: Session
    lines: Mapping[str, Sequence[int | None]] = field(default_factory=dict, compare=False)


def header_of(session: Session, generation: int, waiting: Sequence[str], unread: Sequence[Unread]) -> Header:
    """The header under which a session is written."""
    return Header(
        format=FORMAT,
        version=FORMAT_VERSION,
        name=session.name,
        created=session.created,
        rules=session.rules,
        generation=generation,
        view=session.view,
        waiting=tuple(waiting),
        unread=tuple(unread),
    )


def dump(
    session: Session, generation: int, waiting: Sequence[str] = (), unread: Sequence[Unread] = ()
) -> Iterator[bytes]:
    """The file's content, in chunks."""
    header = header_of(session, generation, waiting, unread)
    yield _TOP
    for name in header.__struct_fields__:
        value = getattr(header, name)
        if name == "unread" and not value:
            continue
        text = value if name == "format" else lines.encode(value)
        yield f"{name}: {text}\n".encode()
    for name in SECTIONS:
        rows = getattr(session, name)
        yield f"{name}:\n".encode() if rows else f"{name}: []\n".encode()
        for row in rows:
            yield f"- {lines.encode(row)}\n".encode()
    yield END + b"\n"


def is_session(path: Path) -> bool:
    """Whether a file is there that begins as sessions do; one that can't be read is none."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            begin = file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return False
    return any(line.strip() == _FORMAT_LINE for line in begin.splitlines())


def load(path: Path) -> Stored:
    """Read a session file, through the JSON parser where it is as written, else as YAML.

    Raises:
        StorageError: unreadable, damaged, not a session, or of a later version; with the line.
    """
    raw = read_limited(path, MAX_BYTES)
    if not raw.strip():
        raise DamagedError(path, Told("is empty, so it is no session"), 1)
    return _load_lines(raw, path) or _load_yaml(raw, path)


def _check_texts(articles: Sequence[Article], where: Sequence[int | None], path: Path) -> None:
    """Refuse an article, with its line, whose text is no longer the one its claims have their places in."""
    for position, (article, line) in enumerate(zip(articles, where, strict=True)):
        digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != article.sha256:
            reason = Told(
                "articles[{position}].text: was changed after its claims were found, so their places no"
                " longer hold; restore it from a copy",
                position=position,
            )
            raise DamagedError(path, reason, line)


class _OtherLayoutError(Exception):
    """The file isn't laid out as this program writes it: it goes to the YAML parser."""


def _load_lines(raw: bytes, path: Path) -> Stored | None:
    """The fast way; None when the file isn't laid out as this program writes it."""
    rows = raw.split(b"\n")
    if rows[-1] == b"":
        rows.pop()
    try:
        if rows.pop() != END:
            return None
        header, where, at = _header_lines(rows)
        if check_version(path, header, where) != FORMAT_VERSION:
            return None
        sections: dict[str, Any] = {}
        places: dict[str, range] = {}
        for name, kind in SECTIONS.items():
            begin, at = _section(rows, at, name)
            sections[name] = _records(rows[begin:at], begin, name, kind, path)
            places[name] = range(begin + 1, at + 1)
    except _OtherLayoutError:
        return None
    if at != len(rows):
        return None
    return _stored(_typed_header(header, path, where), sections, places, path)


def _header_lines(rows: list[bytes]) -> tuple[dict[str, Any], dict[str, int], int]:
    """The header, the lines of its keys, and the row of the first section."""
    header: dict[str, Any] = {}
    where: dict[str, int] = {}
    for at, row in enumerate(rows):
        if row.startswith(b"articles:"):
            return header, where, at
        found = _HEADER_LINE.fullmatch(row)
        if found is not None:
            key = found[1].decode()
            if key in where:
                raise _OtherLayoutError
            where[key] = at + 1
            try:
                header[key] = found[2].decode() if key == "format" else lines.decode(found[2], object)
            except ValueError:
                raise _OtherLayoutError from None
        elif not row.startswith(b"#"):
            raise _OtherLayoutError
    raise _OtherLayoutError


def _section(rows: list[bytes], at: int, name: str) -> tuple[int, int]:
    """The rows of a section that begins at ``at``, as (first, one after the last)."""
    row = rows[at] if at < len(rows) else b""
    if row == f"{name}: []".encode():
        return at + 1, at + 1
    if row != f"{name}:".encode():
        raise _OtherLayoutError
    end = at + 1
    while end < len(rows) and rows[end].startswith(b"- {"):
        end += 1
    return at + 1, end


def _records(rows: list[bytes], begin: int, name: str, kind: type[Any], path: Path) -> list[Any]:
    contents = [row[2:] for row in rows]
    with contextlib.suppress(ValueError):
        records = lines.decode_all(contents, kind)
        if len(records) == len(contents):
            return records
    records = []
    for position, content in enumerate(contents):
        try:
            records.append(lines.decode(content, kind))
        except msgspec.ValidationError as error:
            raise _wrong(path, f"{name}[{position}]", error, begin + position + 1) from None
        except ValueError:
            raise _OtherLayoutError from None
    return records


def _load_yaml(raw: bytes, path: Path) -> Stored:
    from tui.storage.yamltext import parse  # noqa: PLC0415 - for files that are laid out by hand only

    data = parse(raw, path)
    if not isinstance(data, Fields):
        raise DamagedError(path, Told("is not a Factdesk session"), 1)
    version = check_version(path, data, data.lines)
    if not re.search(rb"^\.\.\.[ \r]*$", raw[-200:].rstrip() if raw else b"", re.MULTILINE):
        reason = Told("its end is missing; if nothing is lost, put a last line '...' there")
        raise DamagedError(path, reason, raw.count(b"\n") + 1)
    where = data.lines
    plain = migrated(data, version)
    sections: dict[str, Any] = {}
    places: dict[str, list[int | None]] = {}
    for name, kind in SECTIONS.items():
        rows = plain.pop(name, None)
        rows = [] if rows is None else rows
        if not isinstance(rows, list):
            raise DamagedError(path, Told("{name}: must be a list", name=name), where.get(name))
        places[name] = [*rows.lines] if isinstance(rows, Items) else [None] * len(rows)
        pairs = enumerate(zip(rows, places[name], strict=True))
        sections[name] = [_row(row, f"{name}[{n}]", kind, path, line) for n, (row, line) in pairs]
    return _stored(_typed_header(plain, path, where), sections, places, path)


def _row(row: Any, name: str, kind: type[Any], path: Path, line: int | None) -> Any:
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        key = re.match(r"\.(\w+)", why_no_record(error)[0])
        if key is not None and isinstance(row, Fields):
            line = row.lines.get(key[1], line)
        raise _wrong(path, name, error, line) from None


def _typed_header(data: dict[str, Any], path: Path, where: dict[str, int]) -> Header:
    try:
        return msgspec.convert(dict(data), Header)
    except msgspec.ValidationError as error:
        place, reason = why_no_record(error)
        key = re.match(r"\.(\w+)", place)
        name = key[1] if key is not None else str(reason.parts.get("field"))
        line = where.get(name, where["format"])  # one that is missing belongs below the format
        place = place.lstrip(".") or "header"
        raise DamagedError(path, Told("{place}: {reason}", place=place, reason=reason), line) from None


def _stored(
    header: Header, sections: dict[str, Any], places: Mapping[str, Sequence[int | None]], path: Path
) -> Stored:
    """The session of a file whose records stand in these lines."""
    session = Session(
        name=header.name,
        created=header.created,
        rules=header.rules,
        view=header.view,
        **{name: tuple(rows) for name, rows in sections.items()},
    )
    _check_texts(session.articles, places["articles"], path)
    return Stored(header, session, places)


def _wrong(path: Path, name: str, error: msgspec.ValidationError, line: int | None) -> DamagedError:
    place, reason = why_no_record(error)
    if _UNQUOTED.match(str(error)):
        reason = Told("{reason}; put it in quotes", reason=reason)
    return DamagedError(path, Told("{place}: {reason}", place=f"{name}{place}", reason=reason), line)
