"""The date from which an article counts its times, by that of its head."""

import pytest

from tests.extract.drafting import drafted


@pytest.mark.parametrize("published", ["0001", "0004-02-29", "1899-12-31", "2100", "9999-12"])
def test_a_year_in_which_no_article_came_out_dates_nothing(published: str):
    text = "Last year and in the next three years 300 men were hired, by the end of June 40."
    assert drafted(text, "en", published=published).date == ""


@pytest.mark.parametrize("published", ["1900-01-01", "2099-12-31"])
def test_the_first_and_the_last_year_of_articles_date_them(published: str):
    assert (
        drafted("Last year and in the next three years 300 men were hired.", "en", published=published).date
        == published
    )


def test_a_caption_tells_the_year_of_the_day_that_the_lead_names():
    caption = (
        "People read the board at the 2016 spring job fair in Hull, England, on Feb 27. [Photo by Ann Hill]"
    )
    text = f"{caption}\n\nA job fair was opened in Hull on Feb 27.\n\nThe fair had 268 firms."
    assert drafted(text, "en").claims[-1].fields["period"] == "2016-02-27"
    assert drafted(text.replace(caption, ""), "en").date == ""
