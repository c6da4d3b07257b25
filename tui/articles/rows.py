"""One article in a row of JSON Lines."""

import msgspec


class Row(msgspec.Struct, frozen=True):
    """What a row must have; it may have more."""

    id: str
    text: str


_DECODER = msgspec.json.Decoder(Row)


def row_text(line: bytes, most: int) -> Row | str:
    """The row that ``line`` holds, or what is wrong with it."""
    if len(line) > most:
        return f"larger than {most // 1_000_000} MB"
    try:
        row = _DECODER.decode(line.lstrip(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        return f'not a row {{"id": "...", "text": "..."}}: {error}'
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return f"not valid JSON: {error}"
    return row if row.text.strip() else "its text is empty"
