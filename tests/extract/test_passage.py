from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.making import shared_rules
from tui.articles import article_from_text
from tui.extract.passage import BEFORE, BEHIND, HEAD, passage_around
from tui.model import Session
from tui.review import Review
from tui.ui.desk import Desk

MOST = 2 * (HEAD + BEFORE + BEHIND)
ROWS = "".join(f"In 2021 the town of Elm planted {n} trees along its roads.\n" for n in range(100, 900))


@settings(deadline=None)
@given(
    st.lists(st.text("ab\n", min_size=1), max_size=8),
    st.integers(1, 4000),
    st.integers(0),
    st.integers(1, 90),
)
def test_a_passage_holds_the_place_and_the_head_and_is_never_long(parts, times, at, size):
    article = article_from_text("x" + "".join(parts) * times, "a.txt")
    start = at % len(article.text)
    end = min(start + size, len(article.text))
    part, on = passage_around(article, start, end)
    assert part.text[start - on : end - on] == article.text[start:end]
    assert article.text.startswith(part.text[: min(HEAD, start - on)])
    assert len(part.text) <= MOST + size
    assert on >= 0


def test_a_short_article_is_left_whole():
    article = article_from_text(ROWS[:BEHIND], "a.txt")
    assert passage_around(article, 40, 44) == (article, 0)


def test_a_number_deep_in_a_long_article_is_read_as_in_the_whole():
    article = article_from_text("Trees of Elm\n\n" + ROWS, "trees.txt")
    session = Session(name="x", created="2026-01-01T00:00:00Z")
    desk = Desk("x", Review(session, reviewer="ann"), shared_rules)
    start = article.text.index("640")
    claim = desk.claim_at(article, start, start + 3)
    assert (claim.id, claim.article) == (f"{article.id}:{start}-{start + 3}", article.id)
    assert (claim.start, claim.end, claim.value) == (start, start + 3, 640)
    assert (claim.subject, claim.period) == ("trees", "2021")
