from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.edtf import Period, PeriodError, Point, completed, parse_period


@pytest.mark.parametrize(
    "text",
    ["2024", "2024-06", "2024-02-29", "2024-01/2024-06", "2016/2019-08", "2021/..", "../2021", "2025-07/.."],
)
def test_a_period_is_written_as_it_was_read(text):
    assert str(parse_period(text)) == text


def test_ends_of_an_interval_are_told_apart():
    period = parse_period("2021-03/..")
    assert period == Period(Point(2021, 3), None)
    assert period.is_interval
    assert not parse_period("2021").is_interval


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is no date"),
        ("now", "is no date"),
        ("21", "is no date"),
        ("2024-6", "is no date"),
        ("２０２４", "is no date"),
        ("2024-01/2024-02/2024-03", "has two ends"),
        ("../..", "at least one end"),
        ("2024/2024", "are the same: write 2024"),
        ("2024-06/2024-01", "ends .2024-01. before it begins"),
        ("2024-13", "no month 13"),
        ("2023-02-29", "has days 01 to 28, not 29"),
        ("0000", "begin with 0001"),
    ],
)
def test_what_is_no_period_is_refused_with_a_reason(text, reason):
    with pytest.raises(PeriodError, match=reason):
        parse_period(text)


POINTS = st.one_of(
    st.builds(Point, st.integers(1, 9999), st.none(), st.none()),
    st.builds(Point, st.integers(1, 9999), st.integers(1, 12), st.none()),
    st.dates().map(lambda d: Point(d.year, d.month, d.day)),
)


@settings(deadline=None)
@given(POINTS)
def test_every_date_survives_writing_and_reading(point):
    assert parse_period(str(point)) == Period(point, point)


@settings(deadline=None)
@given(st.text(max_size=24))
def test_any_text_is_read_as_it_stands_or_refused(text):
    with suppress(ValueError):
        assert str(parse_period(text)) == text


@pytest.mark.parametrize(
    ("date", "said", "meant"),
    [
        ("XXXX-04-10", "2017", "2017-04-10"),
        ("XXXX-04", "2017", "2017-04"),
        ("XXXX-04-10", "2017-05-01", "2017-05-01"),
        ("2016-04-10", "2017", "2017"),
        (None, "2017", "2017"),
    ],
)
def test_a_year_said_of_a_date_that_lacks_it_completes_the_date(date: str | None, said: str, meant: str):
    assert completed(date, said) == meant
