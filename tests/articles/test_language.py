"""Which language a text is taken for."""

import pytest

from tui.articles import article_from_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I am 30 years old.", "en"),
        ("9 am to 5 pm", "en"),  # as many words of one language as of another
        ("128 GB", "en"),
        ("Am Montag kamen 30 Leute zu uns.", "de"),
    ],
)
def test_few_words_tell_a_language_and_none_are_english(text, language):
    assert article_from_text(text).language == language
