import calendar
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from tests.ui.making import claim_on, desk, english, open_session
from tui import extract
from tui.articles import article_from_text
from tui.ui.desk import LONG_ARTICLE
from tui.ui.widgets.fix_form import LETTERS, Hints
from tui.ui.widgets.status_line import StatusLine


def first(screen):
    return screen.desk.review[screen.desk.review.claim_ids[0]]


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        (["f", "b", "enter"], "bound", "under"),
        (["f", "m", "enter"], "measure", "change"),
        (["f", "x", "enter"], "status", "planned"),
        (["f", "b", "5", "enter"], "bound", "at_least"),
        (["f", "u", "1", "enter"], "unit", "%"),
    ],
)
async def test_a_closed_field_is_fixed_with_at_most_four_keys(tmp_path: Path, keys, field, value):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press(*keys)
        assert hands.keys <= 4
        assert first(screen).verdict == "fixed"
        assert getattr(first(screen).claim, field) == value
        assert screen.current == screen.ids[1]  # on to the next pending claim
        assert len(screen.desk.review.decisions) == 1


async def test_several_fields_are_fixed_as_one_decision_and_taken_back_by_one_undo(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "b", "b", "v", *"5.3", "tab", "l", *"Riverside", "tab", "t", *"2024", "enter")
        claim = first(screen).claim
        assert (claim.bound, claim.value, claim.place, claim.period) == (
            "about",
            Decimal("5.3"),
            "Riverside",
            "2024",
        )
        assert len(screen.desk.review.decisions) == 1
        await hands.press("z")
        assert first(screen).claim.bound == "over"
        assert first(screen).verdict == "pending"


async def test_a_wrong_value_is_refused_with_the_reason_and_the_typing_stays(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "t", *"2024-13", "enter")
        hint = screen.query_one(Hints).hint
        assert hint.wrong
        assert "no month 13" in hint.remark
        assert screen.fix_form.field.value == "2024-13"
        assert first(screen).verdict == "pending"
        await hands.press("backspace", "2", "enter")
        assert first(screen).claim.period == "2024-12"


async def test_the_period_is_told_in_words_and_a_sum_with_its_result(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        hints = app.screen.query_one(Hints)
        await hands.press("f", "t", *"2024-01/2024-06")
        assert hints.hint.remark == "first half of 2024"
        await hands.press("tab", "v", *"3*12")
        assert hints.hint.remark == "= 36"
        await hands.press("tab", "v", *"*1000")
        assert hints.hint.remark == "= 36,000"


async def test_escape_leaves_everything_as_it_was(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        before = first(screen)
        await hands.press("f", "b", "s", *"other words", "escape", "escape")
        assert screen.mode == "review"
        assert first(screen) == before
        assert screen.desk.review.decisions == []


async def test_letters_of_the_form_never_decide_anything_else(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "r", "space", "j", "q", "e", "escape")
        assert screen.desk.review.decisions == []
        assert screen.current == screen.ids[0]


async def test_the_ends_of_the_number_move_and_it_is_read_again(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("2", "j")
        claim_id = screen.current
        old = screen.desk.review[claim_id].claim
        await hands.press("}")
        assert screen.mode == "fix"
        draft = screen.fixing.draft.claim
        assert (draft.end, draft.value) == (old.end - 1, Decimal(83))
        assert screen.article_view.selection == (draft.start, draft.end)
        await hands.press("]", "{", "enter")
        fixed = screen.desk.review[claim_id].claim
        assert (fixed.start, fixed.end, fixed.value) == (old.start + 1, old.end, Decimal(30))
        await hands.press("z")
        assert screen.desk.review[claim_id].claim == old


async def test_the_last_fix_is_made_again_on_the_next_claim_like_that_one(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        review = screen.desk.review
        await hands.press("j", "f", "u", *"pp", "enter")  # 4.5 % -> pp
        assert review[screen.ids[1]].claim.unit == "pp"
        await hands.press("=")
        assert review[screen.ids[3]].claim.unit == "pp"
        assert review[screen.ids[3]].verdict == "fixed"
        assert screen.current == screen.ids[3]
        await hands.press("=")
        assert "No pending claim" in screen.query_one(StatusLine).text


async def test_one_fix_holds_for_a_marked_range(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("V", "j", "j", "f", "x", "enter")
        review = screen.desk.review
        assert [review[name].claim.status for name in screen.ids[:3]] == ["planned"] * 3
        assert len(review.decisions) == 1


async def test_words_without_a_number_are_no_claim_before_its_value_is_typed(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        start = screen.article.text.index("Training")
        screen.article_view.select(start, start + len("Training"))
        await hands.press("+")
        assert (screen.mode, screen.fixing.active, screen.fix_form.field.value) == ("edit", "value", "")
        told = "There is no number in it: type what it stands for"
        assert screen.query_one(StatusLine).text == told
        for keys in (["enter"], ["escape", "enter"]):
            await hands.press(*keys)
            assert screen.mode == "edit"
            assert not screen.desk.review.decisions
        await hands.press("0", "enter")
        (decision,) = screen.desk.review.decisions
        assert (decision.do, decision.claim.value, decision.claim.start) == ("add", 0, start)


async def test_taking_back_an_addition_leaves_the_claim_that_waits_where_it_is(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("j", "u", "+", "enter")
        assert (len(screen.ids), screen.position) == (7, 1)
        await hands.press("z")
        assert (len(screen.ids), screen.position) == (6, 1)
        await hands.press("Z", "J", "z")
        assert screen.article.path == "river.txt"  # where it was


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("Q3 2021", "2021-07/2021-09"),
        ("2021-2025", "2021/2025"),
        ("last year", "2022"),
        ("August 2021", "2021-08"),
        ("December 2021", "2021-12"),
        ("first half of 2021", "2021-01/2021-06"),
        ("2021\u5e747\u6708", "2021-07"),
    ],
)
async def test_a_time_may_be_typed_as_articles_write_it_and_is_seen_before_it_is_saved(
    tmp_path: Path, typed: str, period: str
):
    article, claims = english()
    parts = [(structs.replace(article, published="2023-12-30"), claims)]
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        screen = app.screen
        await hands.press("t", *typed, "enter")
        assert (screen.mode, screen.fixing.draft.claim.period) == ("fix", period)
        told = screen.query_one(StatusLine).text
        assert told.startswith(f"{typed} is read as {period}, ")
        assert not screen.desk.review.decisions
        await hands.press("enter")
        assert first(screen).claim.period == period
        await hands.press("t", *"whenever", "enter")
        assert screen.mode == "edit"
        assert "is no date" in screen.query_one(Hints).hint.remark


async def test_the_caret_selects_by_keyboard_and_plus_reads_the_number_under_it(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("3", "j", "v", "n", "+")
        assert screen.fixing.draft.claim.value == Decimal(64)
        await hands.press("escape")
        await hands.press("v", "n", "v", "l", "+")
        draft = screen.fixing.draft
        assert screen.article.text[draft.claim.start : draft.claim.end] == "6"
        await hands.press("escape")
        assert screen.mode == "review"
        assert len(screen.ids) == 6


@pytest.mark.parametrize(
    ("keys", "mode"),
    [
        ([":", "escape"], "caret"),
        ([":", *"claim.next", "enter"], "review"),
        ([":", *"article.next", "enter"], "review"),
        ([":", *"view.facets", "enter"], "facets"),
        ([":", *"claim.fix", "enter"], "fix"),
        ([":", *"claim.add", "enter"], "fix"),
        ([":", *"view.search", "enter", *"fell", "enter"], "caret"),
    ],
    ids=" ".join,
)
async def test_what_is_asked_for_by_name_leaves_the_caret_or_puts_it_away(tmp_path: Path, keys, mode):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("3", "j", "v", "n", *keys)
        assert screen.mode == mode
        assert (screen.article_view.caret is not None) == (mode == "caret")


async def test_a_claim_is_not_added_twice(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("j", "v", "+")
        assert screen.mode == "review"
        assert "exactly this number" in screen.query_one(StatusLine).text
        assert screen.current == screen.ids[1]


async def test_words_of_the_article_are_offered_by_number_while_typing(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("2", "j", "f", "s", "t", "r")
        assert screen.fixing.suggestions[0] == "Training"
        assert not [each for each in screen.fixing.suggestions if each.startswith("Training reached")]
        await hands.press("1", "enter")
        assert screen.desk.review[screen.desk.review.claim_ids[2]].claim.subject == "Training"


async def test_a_digit_that_goes_on_with_a_suggestion_is_typed(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        screen.fixing.seen.offer("subject", "G20 members")
        await hands.press("f", "s", "g", "2")
        assert screen.fix_form.field.value == "g2"
        await hands.press("tab", "enter")
        assert first(screen).claim.subject == "G20 members"


async def test_one_field_is_fixed_with_its_key_and_a_number(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("s")
        offered = screen.query_one(Hints).hint
        assert offered.remark == "1\u20138 takes and saves, \u21e5 only takes"
        assert len(offered.choices) == 8
        assert first(screen).claim.subject not in offered.choices
        await hands.press("2")
        assert first(screen).claim.subject == offered.choices[1]
        assert first(screen).verdict == "fixed"
        assert screen.mode == "review"
        assert screen.current == screen.ids[1]
        await hands.press("z")
        assert first(screen).claim.subject == "new urban jobs"


async def test_tab_takes_a_value_and_leaves_the_form_open_for_another_field(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("s", "tab")
        assert screen.mode == "fix"
        assert first(screen).verdict == "pending"
        await hands.press("b", "enter")
        assert first(screen).claim.bound == "under"
        assert len(screen.desk.review.decisions) == 1


async def test_the_period_is_taken_by_a_letter_since_dates_begin_with_digits(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("t")
        hint = screen.query_one(Hints).hint
        assert hint.labels == LETTERS
        offered = " ".join(LETTERS[: len(hint.choices)])
        assert hint.remark.startswith(f"{offered} takes and saves")
        assert not {month[0].lower() for month in calendar.month_name if month} & set(LETTERS)
        assert hint.choices[0] == "2023"
        await hands.press(LETTERS[0])
        assert first(screen).claim.period == "2023"


async def test_a_place_of_the_text_is_offered_first(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("l")
        assert screen.fixing.suggestions[0] == "River County"


async def test_what_the_last_fix_added_is_offered_for_the_next_claim(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("j", "j", "s", *"number of workers", "enter")
        await hands.press("s")
        assert screen.fixing.suggestions[0] == "number of unemployment rate"


async def test_the_same_fix_on_the_current_claim_goes_on_to_the_next_pending_one(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("s", *"urban jobs", "enter")
        assert screen.current == screen.ids[1]
        await hands.press("=")
        assert screen.desk.review[screen.ids[1]].claim.subject == "urban jobs"
        assert screen.current == screen.ids[2]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_all_that_is_offered_can_be_seen(tmp_path: Path, size):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        screen = app.screen
        await hands.press("s")
        await hands.settle(lambda: screen.query_one(Hints).size.height >= 6)
        hints = screen.query_one(Hints)
        shown = "\n".join("".join(text for text, _ in line) for line in hints._lines)
        assert len(hints.hint.choices) >= 5
        for number, choice in enumerate(hints.hint.choices, 1):
            assert f"{number} {choice[:12]}" in shown
        await hands.press("escape", "f", "t")
        await hands.settle(lambda: len(hints._lines) >= len(hints.hint.choices))
        shown = "\n".join("".join(text for text, _ in line) for line in hints._lines)
        for letter, choice in zip(LETTERS, hints.hint.choices, strict=False):
            assert f"{letter} {choice}" in shown


async def test_words_of_the_sentence_are_chosen_by_their_labels(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("s", "ctrl+t")
        hint = screen.query_one(Hints).hint
        labels = {word: label for label, word, _marked in hint.words}
        assert not any(marked for _label, _word, marked in hint.words)
        await hands.press(labels["River"])
        assert [word for _l, word, marked in screen.query_one(Hints).hint.words if marked] == ["River"]
        await hands.press(labels["created"])
        assert first(screen).claim.subject == "River County created"
        assert screen.current == screen.ids[1]


async def test_escape_leads_from_the_labels_back_to_what_is_offered(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "s", "ctrl+t", "!", "tab", "enter", "down")
        assert screen.query_one(Hints).hint.words
        await hands.press("escape")
        assert screen.mode == "edit"
        assert screen.query_one(Hints).hint.choices
        await hands.press("ctrl+t", "ctrl+t")
        assert not screen.query_one(Hints).hint.words
        assert first(screen).verdict == "pending"


async def test_words_are_taken_into_a_form_that_stays_open_for_other_fields(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("J", "f", "s", "ctrl+t", "b", "d")
        assert screen.mode == "fix"
        draft = screen.fixing.draft.claim
        assert draft.subject == "年，清河"
        await hands.press("enter")
        assert screen.desk.review[draft.id].claim.subject == draft.subject


async def test_fields_that_are_no_words_of_the_text_have_no_labels(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("f", "t", "ctrl+t")
        assert not app.screen.query_one(Hints).hint.words


async def test_the_same_fix_changes_of_the_current_claim_only_what_held_the_same(tmp_path: Path):
    article, claims = english()
    claims = [structs.replace(claim, period="2022") for claim in claims]
    async with desk(open_session(tmp_path, [(article, claims)])) as (app, hands):
        screen = app.screen
        await hands.press("f", "s", *"jobs", "tab", "t", *"2023", "enter")
        await hands.press("j", "=")  # 830 workers, of 2022 too
        third = screen.desk.review[screen.ids[2]].claim
        assert (third.subject, third.period) == ("workers", "2023")


async def test_an_indicator_that_nobody_knows_is_refused_with_the_nearest_names(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        first = screen.current
        await hands.press("f", "i", *"new urban jobz", "enter")
        hint = screen.query_one(Hints).hint
        assert hint.wrong
        assert "no indicator is called new urban jobz" in hint.remark
        assert "new_urban_jobs" in " ".join(hint.choices)
        assert screen.desk.review[first].verdict == "pending"
        assert screen.fix_form.field.value == "new urban jobz"
        at = next(n for n, each in enumerate(hint.choices, 1) if each.endswith("new_urban_jobs"))
        await hands.press(str(at), "enter")
        assert screen.desk.review[first].claim.indicator == "new_urban_jobs"


async def test_an_indicator_of_other_rules_stays_what_it_is(tmp_path: Path):
    article, claims = english()
    parts = [(article, [structs.replace(claims[0], indicator="our_own_index"), *claims[1:]])]
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        screen = app.screen
        first, second = screen.ids[:2]
        await hands.press("f", "i", *"our_own_index", "enter", "f", "i", *"our_own", "tab", "enter")
        assert [screen.desk.review[each].claim.indicator for each in (first, second)] == ["our_own_index"] * 2


@pytest.mark.parametrize(
    ("language", "text", "number", "value"),
    [
        ("en", "Yangwan trained 20,000 cooks.\n", "20,000", 20000),
        ("zh", "青河市培训厨师20,000人。\n", "20,000", 20000),
        ("de", "Im Hafen arbeiten 20.000 Lotsen, und das sind mehr als im Jahr davor.\n", "20.000", 20000),
    ],
)
async def test_an_added_number_is_read_in_the_language_of_its_article(
    tmp_path, language, text, number, value
):
    article = article_from_text(text, "cooks.txt")
    assert article.language == language
    async with desk(open_session(tmp_path, [(article, [])])) as (app, hands):
        await hands.press("u", "+")
        assert app.screen.fixing.draft.claim.value == value
        assert article.text[slice(*app.screen.article_view.selection)] == number


async def test_what_is_saved_without_a_change_is_accepted(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("f", "enter", "f", "b", "z", "enter")
        assert [screen.desk.review[each].verdict for each in screen.ids[:2]] == ["accepted"] * 2
        assert screen.query_one(StatusLine).text.startswith("accepted")
        await hands.press("z")
        assert screen.desk.review[screen.ids[1]].verdict == "pending"


async def test_a_claim_that_one_rests_at_is_read_ahead_with_one_character_more(tmp_path: Path, monkeypatch):
    made: list[tuple[int, int]] = []
    real = extract.claim_at

    def claim_at(article, rules, start, end):
        made.append((start, end))
        return real(article, rules, start, end)

    monkeypatch.setattr(extract, "claim_at", claim_at)
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.press("j")
        await hands.settle(lambda: len(made) == 2)
        await app.workers.wait_for_complete()  # what was begun is done
        await hands.press("]")
        assert app.screen.fixing.draft.claim.end == app.screen.desk.review[app.screen.current].claim.end + 1
        assert len(made) == 2


async def test_what_the_rules_know_is_read_before_a_field_of_a_long_article_is_fixed(
    tmp_path: Path, monkeypatch
):
    read: list[str] = []
    real = extract.vocabulary
    monkeypatch.setattr(extract, "vocabulary", lambda rules: read.append("rules") or real(rules))
    article = article_from_text("In 2021, 300 people were hired.\n" * (LONG_ARTICLE // 30), "long.txt")
    claims = [claim_on(article, "300")]
    async with desk(open_session(tmp_path, [(article, claims)])) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.settle()
        assert read == ["rules"]
        await hands.press("s")
        assert app.screen.mode == "edit"
        assert read == ["rules"]
