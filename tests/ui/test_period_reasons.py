import pytest

from tui.model.edtf import REASONS, PeriodError, parse_period
from tui.ui.i18n import use_language
from tui.ui.periods import _REASONS, why_no_period


def test_the_words_are_those_of_the_model():
    assert _REASONS == REASONS


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_told_in_chinese_with_its_details(code):
    details = {"text": "now", "start": "2024", "end": "2023", "month": "2023-02", "days": "28", "day": "30"}
    used = {name: value for name, value in details.items() if f"{{{name}" in REASONS[code]}
    use_language("zh_CN")
    try:
        words = why_no_period(PeriodError(code, **used))
    finally:
        use_language("en")
    assert words != str(PeriodError(code, **used))
    for value in used.values():
        assert value in words


def test_a_reason_is_told_in_english_as_the_model_words_it():
    with pytest.raises(PeriodError) as refused:
        parse_period("2023-02-30")
    assert why_no_period(refused.value) == str(refused.value) == "2023-02 has days 01 to 28, not 30"
