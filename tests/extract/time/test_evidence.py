import pytest

from tui.extract.time.evidence import MONTHLY, OVER, PLANS, ROW, TOLD, WHOLE, likelihood, weight


@pytest.mark.parametrize("kind", sorted(MONTHLY | OVER | PLANS | ROW | TOLD | WHOLE))
def test_what_is_said_of_a_year_is_no_sign_of_one_long_before(kind: str):
    near, far = weight(kind, -2, None), weight(kind, -9, None)
    assert near < 1
    assert far == near if kind in PLANS else far < near  # only plans tell of years so far ahead
    assert weight(kind, 9, None) == weight(kind, 3, None)


def test_early_in_a_year_a_year_that_is_told_of_is_the_one_before():
    assert weight("whole", 1, 2) > weight("whole", 1, 6) > weight("whole", 1, 11)
    assert weight("whole", 0, 2) < weight("whole", 0, 6) < weight("whole", 0, 11)
    assert weight("day", 1, 2) == weight("day", 1, None)


def test_a_year_is_less_likely_the_more_speaks_for_others():
    assert 1 > likelihood(3.0, [3.0]) > likelihood(3.0, [3.0, 0.0]) > likelihood(3.0, [3.0, 3.0])
    assert likelihood(-1.0, [-1.0]) < 0.5
