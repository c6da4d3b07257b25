"""One article in a row of JSON Lines."""

import msgspec

from tui.model.telling import Told
from tui.model.wording import why_no_json, why_no_record


class Row(msgspec.Struct, frozen=True):
    """What a row must have; it may have more."""

    id: str
    text: str


_DECODER = msgspec.json.Decoder(Row)


def row_text(line: bytes, most: int) -> Row | str:
    """The row that ``line`` holds, or what is wrong with it."""
    if len(line) > most:
        return Told("larger than {size} MB", size=most // 1_000_000)
    try:
        row = _DECODER.decode(line.lstrip(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _why_no_row(error)
    return row if row.text.strip() else Told("its text is empty")


def _why_no_row(error: msgspec.DecodeError | UnicodeDecodeError) -> Told:
    if not isinstance(error, msgspec.ValidationError):
        return Told("not valid JSON: {reason}", reason=why_no_json(error))
    place, reason = why_no_record(error)
    if place:
        reason = Told("{place}: {reason}", place=place.lstrip("."), reason=reason)
    return Told('not a row {{"id": "...", "text": "..."}}: {reason}', reason=reason)
