"""Lines that were only wrapped at a column are one paragraph."""

import pytest

from tests.extract.drafting import drafted

WRAPPED = """The jobless rate for teenagers in the province rose to 10.1
percent in June, while the rate for adults, at 5.6 percent, was little changed.
"""
FULL = """The jobless rate for teenagers rose in the province of
Hill, which is the smallest of the seven in the east.
"""
CELLS = "Jobs in town\nfarms 300\nshops 200\n"
ENDED = "The council built 12 parks in the year.\nthe mayor said so.\n"
ITEMS = "- The council built 12 parks in the town of Hill\n- The mayor opened 3 more in the year\n"


@pytest.mark.parametrize(("text", "count"), [(WRAPPED, 1), (FULL, 1), (CELLS, 3), (ENDED, 2), (ITEMS, 2)])
def test_lines_that_were_wrapped_are_joined_and_others_are_not(text: str, count: int) -> None:
    found = drafted(text, "en").sentences
    assert len([sentence for sentence in found if sentence.role != "title"]) == count
