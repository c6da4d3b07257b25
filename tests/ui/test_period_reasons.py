import re

import pytest

from tui.model.edtf import PeriodError, parse_period
from tui.ui.i18n import use_language
from tui.ui.troubles import in_words


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("soon", {"soon"}),
        ("2024/2024/2024", set()),
        ("../..", set()),
        ("2024/2024", {"2024"}),
        ("2024-06/2024-01", {"2024-06", "2024-01"}),
        ("0000", set()),
        ("2024-13", {"13"}),
        ("2023-02-30", {"2023-02", "28", "30"}),
    ],
)
def test_why_a_text_is_no_period_is_told_in_chinese_with_its_details(text, details):
    with pytest.raises(PeriodError) as refused:
        parse_period(text)
    assert in_words(refused.value) == str(refused.value)
    use_language("zh_CN")
    try:
        words = in_words(refused.value)
    finally:
        use_language("en")
    assert not re.search(r"[a-z]{3}", words.replace("soon", ""))
    assert all(detail in words for detail in details)
