from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.edtf import Period, PeriodError, Point, completed, parse_period, parse_point, parts_of


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


PERIODS = st.one_of(
    POINTS.map(lambda point: Period(point, point)),
    POINTS.map(lambda point: Period(point, None)),
    st.tuples(POINTS, POINTS)
    .filter(lambda ends: ends[0] != ends[1] and ends[0].day_of_start() <= ends[1].day_of_end())
    .map(lambda ends: Period(*ends)),
)


@settings(deadline=None)
@given(PERIODS, POINTS)
def test_what_is_over_before_a_date_has_no_day_in_common_with_it(period, date):
    over, to_come = period.ends_before(date), period.begins_after(date)
    assert not (over and to_come)
    assert not (over and period.goes_on)
    if not (over or to_come or period.goes_on):
        assert max(period.start.day_of_start(), date.day_of_start()) <= min(
            period.end.day_of_end(), date.day_of_end()
        )


@settings(deadline=None)
@given(POINTS, st.sampled_from(["year", "month", "day"]))
def test_a_date_told_less_precisely_holds_the_same_day(point, precision):
    reduced = point.reduced(precision)
    order = ["year", "month", "day"]
    assert order.index(reduced.precision) == min(order.index(precision), order.index(point.precision))
    assert reduced.day_of_start() <= point.day_of_start() <= point.day_of_end() <= reduced.day_of_end()


@pytest.mark.parametrize(
    ("text", "precision", "months"),
    [
        ("2024", "year", 12),
        ("2024-06", "month", 1),
        ("2024-06-14", "day", 1),
        ("2024-01/2024-06", "month", 6),
        ("2021/2025", "year", 60),
        ("2016/2019-08", None, 44),
        ("2021/..", None, 0),
    ],
)
def test_a_period_has_a_precision_and_a_length(text, precision, months):
    period = parse_period(text)
    assert (period.precision, period.months) == (precision, months)


@pytest.mark.parametrize(
    ("period", "date", "over", "to_come"),
    [
        ("2023", "2024-06", True, False),
        ("2024", "2024-06", False, False),
        ("2024-05", "2024-06-01", True, False),
        ("2024-05", "2024", False, False),
        ("2021/..", "2024", False, False),
        ("2025/..", "2024", False, True),
        ("2024-06-15", "2024-06-14", False, True),
    ],
)
def test_a_period_is_over_to_come_or_neither_as_of_a_date(period, date, over, to_come):
    read, point = parse_period(period), parse_point(date)
    assert (read.ends_before(point), read.begins_after(point)) == (over, to_come)


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


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2024", (2024, None, None)),
        ("2024-06", (2024, 6, None)),
        ("2023-02-28", (2023, 2, 28)),
        ("XXXX", (None, None, None)),
        ("XXXX-06", (None, 6, None)),
        ("XXXX-02-29", (None, 2, 29)),
        ("XXXX-02-30", (None, None, None)),
        ("14 June", (None, None, None)),
        ("", (None, None, None)),
        (None, (None, None, None)),
    ],
)
def test_the_parts_of_a_date_are_those_that_it_says(date: str | None, parts: tuple[int | None, ...]):
    assert parts_of(date) == parts
