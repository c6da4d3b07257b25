"""Where the lead of an article stands, behind title and dateline."""

from tui.extract.document import Document

LEAD_SENTENCES = 3
# A line of where and when is no longer than this; who brings the news need not be in them.
LONGEST_DATELINE = 80


def lead_of(document: Document) -> tuple[int, int]:
    """The index of the sentence that begins the lead, and of the one behind the lead."""
    body = [i for i, s in enumerate(document.sentences) if s.role not in {"title", "boilerplate"}]
    first = body[0] if body else 0
    if document.sentences and document.sentences[0].role != "title":
        first = max(first, 1) if len(document.sentences) > 1 else first
    after = [i for i in body if i >= first]
    if len(after) > 1 and is_dateline(document.sentences[first].text):
        after = after[1:]
    told = [i for i in after[1:] if document.sentences[i].role != "heading"]
    lead = [*after[:1], *told][:LEAD_SENTENCES]
    return (lead[0] if lead else first), (lead[-1] + 1 if lead else first)


def is_dateline(text: str) -> bool:
    """Whether a line tells where and when, and states nothing."""
    ended = text.rstrip(" \n)\uff09]\u3011")[-1:].isalnum()
    return ended and len(text) <= LONGEST_DATELINE and any(map(str.isdigit, text))
