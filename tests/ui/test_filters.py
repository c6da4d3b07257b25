import pytest

from tests.ui.making import chinese, english
from tui.review import ClaimState
from tui.ui.filters import FilterError, parse_filter

CLAIMS = [*english()[1], *chinese()[1]]


def matching(text: str) -> list[str]:
    wanted = parse_filter(text)
    return [claim.subject for claim in CLAIMS if wanted(ClaimState(claim=claim))]


def test_words_must_all_stand_somewhere_in_the_claim():
    assert matching("urban %") == ["new urban jobs"]
    assert matching("\u6e05\u6cb3") == ["\u65b0\u589e\u57ce\u9547\u5c31\u4e1a"]
    assert matching('"urban jobs" nothing') == []


def test_fields_states_and_doubts():
    assert matching("unit:%") == ["new urban jobs", "unemployment rate"]
    assert matching("value:5200 unit:job") == ["new urban jobs"]
    assert matching("doubt") == ["workers"]
    assert len(matching("pending")) == len(CLAIMS)
    assert matching("state:accepted") == []


@pytest.mark.parametrize("text", ["colour:red", "state:done"])
def test_what_means_nothing_is_refused(text: str):
    with pytest.raises(FilterError):
        parse_filter(text)
