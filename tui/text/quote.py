"""The sentence around a place in a text, for quoting."""

import re

LONGEST = 400  # code points on either side of the place: a quote is to be read at a glance
# A sentence ends at a line's end, at a full-width stop, or at a stop before a blank and a capital or a
# wide character. A single capital or a short title before the stop makes it an abbreviation.
_END = re.compile(
    r"[\r\n]+"
    r"|[\u3002\uff01\uff1f]+[\u201d\u2019\u300d\u300f\uff09\"')\]]*"
    r"|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?]+[\"'\u201d\u2019)\]]*(?=\s+(?:[-*\u2022\u2013\u2014]\s+)?[A-Z\d\"'\u201c\u2018(\[\u2e80-\uffef])"
)


def quote(text: str, start: int, end: int) -> str:
    """The sentence that holds ``start`` to ``end`` (code points, end exclusive), without blanks around it.

    A sentence that runs on is cut to LONGEST characters on either side.
    """
    first = max(start - LONGEST, 0)
    last = min(end + LONGEST, len(text))
    for found in _END.finditer(text, first, start):
        first = found.end()
    following = _END.search(text, end, last)
    return text[first : following.end() if following else last].strip()
