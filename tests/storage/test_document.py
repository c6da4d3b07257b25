"""The session file: round trips through both parsers, and one clear line for whatever is wrong."""

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.review.making import article_of, claim_of, session_of
from tui.model import Changes, Claim, Decision, Session, View
from tui.storage import SessionFile, StorageError, TooNewError, document
from tui.storage.lines import encode
from tui.storage.migrate import migrated

# Every code point, the ones that JSON, YAML or UTF-8 make trouble of more often.
AWKWARD = "\x00\x07\t\n\r\x1b\x7f\x80\x85\x9f\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800\udfff\U0001f600"
AWKWARD += "\"'\\#:{}[]&*!%@`-"
TEXT = st.text(
    st.one_of(st.sampled_from(AWKWARD), st.characters(), st.sampled_from("a1 =中,。")), max_size=30
)
SAFE = TEXT.map(lambda text: "".join(c for c in text if not "\ud800" <= c <= "\udfff"))
NUMBER = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25)
VALUE = st.one_of(NUMBER, st.tuples(NUMBER, NUMBER))


@st.composite
def claims(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXT) -> Claim:
    article = article_of("a", "some text")
    return claim_of(
        article,
        0,
        4,
        value=draw(VALUE),
        unit=draw(text),
        subject=draw(text),
        place=draw(st.none() | text),
        confidence=draw(st.floats(0, 1)),
        doubts=tuple(draw(st.lists(text, max_size=2))),
        why=draw(st.dictionaries(st.sampled_from(["unit", "period"]), text, max_size=2)),
    )


@st.composite
def sessions(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXT) -> Session:
    article = structs.replace(article_of("a", "x" + draw(text)), path=draw(text), title=draw(text))
    decision = Decision(
        n=1,
        at="2026-01-01T00:00:00.000Z",
        by=draw(text),
        do="fix",
        claims=(draw(text),),
        set=Changes(value=draw(VALUE), place=draw(st.none() | text)),
        text=draw(text),
    )
    return Session(
        name=draw(text),
        created="2026",
        articles=(article,),
        claims=(draw(claims(text)),),
        decisions=(decision,),
        view=View(claim=draw(st.none() | text), filter=draw(text)),
        rules=draw(text),
    )


def written(session: Session) -> bytes:
    return b"".join(document.dump(session, 3, ("a.txt",)))


@given(sessions())
@settings(deadline=None, max_examples=150)
def test_a_session_reads_back_the_same_through_both_parsers(session: Session) -> None:
    raw = written(session)
    fast = document._load_lines(raw, Path("s.yaml"))
    assert fast is not None
    assert fast.session == session
    assert document._load_yaml(raw, Path("s.yaml")) == fast
    assert (fast.header.generation, fast.header.waiting) == (3, ("a.txt",))


def _same_numbers(data: object) -> object:
    if isinstance(data, dict):
        return {key: _same_numbers(item) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [_same_numbers(item) for item in data]
    return float(data) if isinstance(data, int | float | Decimal) else data


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@given(session=sessions(SAFE))
@settings(deadline=None, max_examples=100)
def test_any_yaml_parser_reads_the_same_data(loader: type, session: Session) -> None:
    data = yaml.load(written(session), Loader=loader)
    for name in ("articles", "claims", "decisions"):
        rows = [msgspec.to_builtins(row, builtin_types=(Decimal,)) for row in getattr(session, name)]
        assert _same_numbers(data[name]) == _same_numbers(rows)


@given(NUMBER)
@settings(deadline=None)
def test_numbers_are_exact_and_without_exponent(number: Decimal) -> None:
    line = encode(Changes(value=number))
    assert "e" not in line.partition(":")[2].lower()
    again = msgspec.json.decode(line, type=Changes).value
    assert isinstance(again, Decimal)
    assert again == number


def test_a_line_is_one_line(path: Path) -> None:
    rows = path.read_text("utf-8").split("\n")
    assert sum(row.startswith("- {") for row in rows) == 2 + 4


def test_a_file_edited_by_hand_still_loads(path: Path) -> None:
    before = document.load(path)
    data = yaml.safe_load(path.read_text("utf-8"))
    # As an editor or another tool lays it out: block style, other order, Windows line ends.
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=True) + "...\n"
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert document.load(path) == before
    with SessionFile.open(path) as file:
        assert file.session == before.session


def test_a_comment_and_a_flow_without_quotes_are_fine(path: Path) -> None:
    before = document.load(path).session
    raw = path.read_text("utf-8").replace('"unit": "person"', "unit: person  # checked\n ", 1)
    assert "# checked" in raw
    path.write_text(raw.replace(" # checked\n ", ""), "utf-8")
    assert document.load(path).session == before
    path.write_text(
        raw.replace("unit: person  # checked\n ", '"unit": "person"').replace("claims:", "# mine\nclaims:")
    )
    assert document.load(path).session == before


def _edited(path: Path, old: str, new: str, count: int = 1) -> None:
    raw = path.read_text("utf-8")
    assert old in raw
    path.write_text(raw.replace(old, new, count), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"value": 100', '"value": "many"', 14, r"claims\[0\].value: "),
        ('"start": 15', '"start": "15"', 14, r"claims\[0\].start: here belongs a whole number, not text"),
        (
            '"unit": "person"',
            '"unit": 5',
            14,
            r"claims\[0\].unit: here belongs text, not a whole number; put it in quotes",
        ),
        (
            '"unit": "person"',
            "unit: 5",
            14,
            r"claims\[0\].unit: here belongs text, not a whole number; put it in quotes",
        ),
        ('"unit": "person"', '"bound": "roughly"', 14, r"claims\[0\]"),
        ('"unit": "person"', '"color": "red"', 14, r"claims\[0\].*color"),
        ("claims:", "claims: 5\nothers:", 13, "claims: must be a list"),
        ('"unit": "person"', '"unit": &a "person"', 14, "anchors and aliases"),
        ('"unit": "person"', '"unit": *a', 14, "anchors and aliases"),
        ('"unit": "person"', '"unit": !!python/name:os.system x', 14, "tag .* is not allowed"),
        ('"unit": "person"', '"unit": "person", unit: "job"', 14, "'unit' stands here twice"),
        ('"unit": "person"', '"unit": "person', 14, "is not YAML"),
        ('"unit": "person"', '"unit": "per\x01son"', 14, "control character"),
        ("rules:", "color: 1\nrules:", 6, "color"),
        ('name: "made"\n', "", 2, "lacks the field name"),
        ('rules: ""', "rules: 7", 6, "rules: here belongs text, not a whole number"),
        ("view: {}", 'view: {"scroll": "far"}', 8, r"view.scroll: here belongs a whole number, not text"),
        ("view: {}", 'view: {"where": 1}', 8, "where"),
        ("version: 1\n", "", 2, "version must be a number"),
        ("format: factdesk session\n", "", 1, "is not a Factdesk session"),
        ("version: 1", "version: one", 3, "version must be a number"),
        ("version: 1", "version: 99", 3, "later Factdesk"),
        ("format: factdesk session", "format: other", 2, "is not a Factdesk session"),
        ("\n...\n", "\n", 19, "its end is missing"),
        ("hired 100 people", "hired 900 people", 11, r"articles\[0\].text: was changed"),
        ("hired 100 people", "hired 900 people\\x20", 11, r"articles\[0\].text: was changed"),
        ("rules:", "version: 1\nrules:", 6, "'version' stands here twice"),
    ],
)
def test_damage_is_one_clear_line_and_is_not_overwritten(
    path: Path, old: str, new: str, line: int, message: str
) -> None:
    _edited(path, old, new)
    before = path.read_bytes()
    with pytest.raises(StorageError, match=message) as caught:
        SessionFile.open(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert path.read_bytes() == before


def test_a_later_version_is_its_own_error(path: Path) -> None:
    _edited(path, "version: 1", "version: 2")
    with pytest.raises(TooNewError, match="format version 2; this one reads up to 1"):
        SessionFile.open(path)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n \n", b"\xff\xfe\x00", b"[]", b"just words", b"a: &x [*x]", b"{" * 100_000, b"- " * 50_000],
)
def test_what_is_no_session_says_so(tmp_path: Path, raw: bytes) -> None:
    place = tmp_path / "x.yaml"
    place.write_bytes(raw)
    with pytest.raises(StorageError):
        document.load(place)


def test_a_file_cut_anywhere_never_opens_as_a_shorter_session(path: Path) -> None:
    raw = path.read_bytes()
    whole = document.load(path)
    for size in range(len(raw)):
        path.write_bytes(raw[:size])
        try:
            assert document.load(path) == whole
        except StorageError:
            continue
        assert size >= len(raw) - 1


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_a_damaged_byte_never_makes_a_traceback(data: st.DataObject) -> None:
    raw = bytearray(written(session_of(1, 2)))
    for _ in range(data.draw(st.integers(1, 3))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    stored = None
    try:
        stored = document._load_lines(bytes(raw), Path("x")) or document._load_yaml(bytes(raw), Path("x"))
    except StorageError as error:
        lines, place = str(error).splitlines(), error.line
    else:
        lines, place = ["read"], 1
    assert len(lines) == 1
    assert place is not None
    assert stored is None or isinstance(stored.session, Session)


def test_old_versions_go_through_every_step_to_the_present_one() -> None:
    steps = {1: lambda data: {**data, "b": data["a"]}, 2: lambda data: {**data, "c": data["b"] + 1}}
    assert migrated({"a": 1, "version": 1}, 1, target=3, steps=steps) == {
        "a": 1,
        "b": 1,
        "c": 2,
        "version": 3,
    }
    assert migrated({"a": 1, "version": 3}, 3, target=3, steps=steps) == {"a": 1, "version": 3}
