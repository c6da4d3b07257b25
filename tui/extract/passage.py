"""The part of a long article that is read anew for one number: nobody waits for the whole."""

from msgspec import structs

from tui.model import Article

# Characters, to the end of the paragraph but never more than twice as many: the head, which says what the
# article is about and of when, and what stands before and behind the number.
HEAD, BEFORE, BEHIND = 1_500, 4_000, 1_000


def passage_around(article: Article, start: int, end: int) -> tuple[Article, int]:
    """The article's head and the surroundings of a place, and by how much that is further on in the whole.

    An article that is no longer than these is left whole.
    """
    text = article.text
    head = _line_end(text, HEAD, 2 * HEAD)
    begin = max(text.rfind("\n", 0, max(start - BEFORE, 0)) + 1, start - 2 * BEFORE)
    stop = _line_end(text, end + BEHIND, end + 2 * BEHIND)
    if begin <= head:
        return structs.replace(article, text=text[:stop]), 0
    return structs.replace(article, text=text[:head] + text[begin:stop]), begin - head


def _line_end(text: str, least: int, most: int) -> int:
    """Where the line ends that goes on at a place, but not beyond ``most``."""
    return min(text.find("\n", least) + 1 or len(text), most, len(text))
