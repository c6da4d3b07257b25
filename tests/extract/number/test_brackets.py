"""Which numbers have brackets of their own."""

import pytest

from tui.extract.number.brackets import is_alone


@pytest.mark.parametrize(
    ("text", "number", "alone", "bare"),
    [
        ("5 per cent (5.2)", "5.2", True, True),
        ("5 per cent (from 5.2)", "5.2", True, True),
        ("3 acres (about 1.2 hectares)", "1.2", True, False),
        ("1,499 yuan ($226)", "226", True, True),
        ("\u7530\u5730300\u4ea9\uff0820\u516c\u9877\uff09", "20", True, False),
        ("5 per cent (5.2 in May, 4.8 in June)", "5.2", False, False),
        ("5 per cent (in 2023 it was 5.2)", "5.2", False, False),
        ("5 per cent, 5.2)", "5.2", False, False),
        ("5 per cent (5.2", "5.2", False, False),
    ],
)
def test_a_number_is_alone_in_brackets_but_for_its_unit(
    text: str, number: str, alone: bool, bare: bool
) -> None:
    start = text.rindex(number)
    end = start + len(number)
    assert is_alone(text, start, end) == alone
    assert is_alone(text, start, end, bare=True) == bare
