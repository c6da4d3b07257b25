"""Many claims at once: problems, orders of work, likeness, batches, haste and copying."""

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import structs

from tests.ui.making import claim_on, desk, english, open_session
from tui.articles import article_from_text
from tui.model import Article, Claim
from tui.review.checks import Checks
from tui.ui.reviewing import moving
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.batch import BatchScreen, Preview
from tui.ui.screens.offered import command_named, offered
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import resume

TEXT = (
    "Hill County figures\n\n"
    "In 2023 Hill County trained 510 workers, 520 workers in spring and 530 workers in autumn. "
    "Grain rose 9000% on paper. Another 61 firms opened, and 62 firms closed.\n"
)


def hill() -> tuple[Article, list[Claim]]:
    article = article_from_text(TEXT, "hill.txt")
    same = {"subject": "workers", "why": {"unit": "en.unit.worker"}}
    return article, [
        claim_on(article, "510", value=Decimal(510), confidence=0.9, **same),
        claim_on(article, "520", value=Decimal(520), confidence=0.5, **same),
        claim_on(article, "530", value=Decimal(530), confidence=0.8, **same),
        claim_on(article, "9000%", value=Decimal(9000), unit="%", measure="growth", subject="grain"),
        claim_on(article, "61", value=Decimal(61), unit="enterprise", subject="firms", indicator="new_firms"),
        claim_on(article, "62", value=Decimal(63), unit="enterprise", subject="", indicator="new_firms"),
    ]


def said(screen: ReviewScreen) -> str:
    return screen.query_one(StatusLine).text


def verdicts(screen: ReviewScreen) -> list[str]:
    review = screen.desk.review
    return [review[claim_id].verdict for claim_id in review.claim_ids]


def detail(screen: ReviewScreen) -> str:
    lines = screen.query_one(ClaimDetail).make_lines(60, 14)
    return "\n".join("".join(text for text, _part in line) for line in lines)


@pytest.mark.parametrize("near", [1, 50])
async def test_problems_are_marked_reached_and_told_in_words(
    near: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(moving, "NEAR", near)
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        await hands.press("n")
        assert screen.current == screen.ids[1]
        assert "only 50 % sure" in said(screen)
        await hands.press("n")
        assert "9,000 is beyond what is plausible" in said(screen)
        assert "9,000 is beyond what is plausible" in detail(screen)
        await hands.press("n")
        assert "digits are not in the text 62" in said(screen)
        assert "what is measured is empty" in said(screen)
        await hands.press("n", "N")
        assert screen.current == screen.ids[5]
        assert [screen.showing.row(name).trouble for name in screen.ids] == [
            *(False, True, False, True, False, True)
        ]


async def test_a_decision_repaints_only_the_claims_whose_problems_change(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        await hands.press("6", "j")
        screen.claim_list.counted.reset()
        await hands.press("r")
        assert screen.claim_list.counted.repaints <= 4
        assert not screen.showing.row(screen.ids[5]).trouble


async def test_orders_of_work_are_taken_by_key_and_kept_for_the_next_time(tmp_path: Path):
    opened = open_session(tmp_path, [hill()])
    async with desk(opened) as (app, hands):
        screen = app.screen
        text = list(screen.ids)
        await hands.press("O")
        assert screen.ids[0] == text[1] == screen.current
        assert "least sure first" in said(screen)
        await hands.press("a")
        assert screen.current == text[2]
        await hands.press("O")
        assert screen.ids[:2] == text[4:]
        assert screen.current == text[4]
        await hands.press("O")
        assert set(screen.ids[:2]) == {text[3], text[5]}
        assert [words for _at, words in screen.claim_list.headings] == [
            *("trouble: value", "nothing in trouble")
        ]
    again = resume(opened.file.path, reviewer="ann")
    again._rules = opened._rules
    async with desk(again) as (app, hands):
        assert app.screen.ordering.order == "field"
        await hands.press(":", *"order.text", "enter")
        assert app.screen.ids == text


async def test_a_fix_is_offered_to_all_claims_that_it_fits_and_undone_at_once(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        await hands.press("f", "u", *"worker", "enter")
        assert "fits 2 more: = next · * all" in said(screen)
        await hands.press("*")
        assert isinstance(app.screen, BatchScreen)
        assert app.screen.ids == (screen.ids[2],)
        assert "1 with a problem" in app.screen.held_words()
        line = "".join(text for text, _part in app.screen.query_one(Preview).make_lines(80, 9)[0])
        assert "unit person → worker" in line
        await hands.press("i", "enter")
        review = screen.desk.review
        assert [review[name].claim.unit for name in screen.ids[:3]] == ["worker"] * 3
        assert len(review.decisions) == 2
        await hands.press("z")
        assert verdicts(screen)[:3] == ["fixed", "pending", "pending"]


async def test_the_next_similar_claim_is_one_that_the_fix_fits(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        await hands.press("f", "u", *"worker", "enter", "=")
        assert verdicts(screen)[:3] == ["fixed", "fixed", "pending"]
        await hands.press("=")
        assert verdicts(screen)[:3] == ["fixed"] * 3
        await hands.press("*")
        assert "fits no other" in said(screen)


async def test_a_bound_is_set_again_only_where_the_same_is_measured(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        review = screen.desk.review
        await hands.press("4", "j", "f", "b", "enter")  # 61 enterprises, exact until now
        assert review[screen.ids[4]].claim.bound == "over"
        await hands.press("=")
        assert "No pending claim" in said(screen)
        assert len(review.decisions) == 1
        await hands.press("g", "f", "b", "enter", "=", "=")  # 510, 520 and 530 workers
        assert [review[claim_id].claim.bound for claim_id in screen.ids] == [
            *["over"] * 3,
            "exact",
            "over",
            "exact",
        ]
        await hands.press("=")
        assert "No pending claim" in said(screen)


async def test_all_that_the_filter_shows_is_accepted_but_for_what_is_in_doubt(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        screen = app.screen
        await hands.press("\\", *"unit:person", "enter", "A")
        batch = app.screen
        assert isinstance(batch, BatchScreen)
        assert len(batch.ids) == 2
        assert verdicts(screen) == ["pending"] * 6
        await hands.press("escape")
        assert verdicts(screen) == ["pending"] * 6
        await hands.press("A", "enter")
        assert verdicts(screen) == ["accepted", "pending", "accepted", "pending", "pending", "pending"]
        assert "accepted 2 claims" in said(screen)
        await hands.press("A")
        assert app.screen.ids == ()
        await hands.press("enter")
        assert isinstance(app.screen, BatchScreen)
        await hands.press("i", "enter")
        assert verdicts(screen)[:3] == ["accepted"] * 3
        await hands.press("A")
        assert "Nothing that is shown is pending" in said(screen)
        await hands.press("z", "z")
        assert verdicts(screen) == ["pending"] * 6


async def test_all_that_is_shown_is_rejected_in_one_step(tmp_path: Path):
    async with desk(open_session(tmp_path, [hill()])) as (app, hands):
        await hands.press("X", "i", "enter")
        assert verdicts(app.screen) == ["rejected"] * 6
        assert len(app.screen.desk.review.decisions) == 1


async def test_haste_is_pointed_out_and_nothing_is_blocked(tmp_path: Path):
    article = article_from_text("".join(f"Made {n} things.\n" for n in range(100, 130)), "many.txt")
    claims = [claim_on(article, str(n), value=Decimal(n)) for n in range(100, 130)]
    async with desk(open_session(tmp_path, [(article, claims)])) as (app, hands):
        await hands.press(*"aaaaaaa")
        assert "did you read them" not in said(app.screen)
        await hands.press("a")
        assert "8 accepted in a row" in said(app.screen)
        await hands.press("a")
        assert "did you read them" not in said(app.screen)
        assert verdicts(app.screen)[:10] == ["accepted"] * 9 + ["pending"]


async def test_the_sentence_and_the_fact_are_copied_to_the_clipboard(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("y")
        assert app.clipboard.startswith("River County created over 5,200 new urban jobs")
        assert app.clipboard.endswith("year on year.")
        await hands.press("Y")
        assert app.clipboard == "over 5,200 new urban jobs"
        assert "\x1b]52;c;" in "".join(app._driver.output)


async def test_closed_fields_walk_back_with_the_capital_letter(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("j", "f", "B")
        assert app.screen.fixing.draft.claim.bound == "at_most"
        await hands.press("M", "M", "X", "enter")
        claim = app.screen.desk.review[app.screen.ids[1]].claim
        assert (claim.bound, claim.measure, claim.status) == ("at_most", "level", "planned")


async def test_a_count_is_shown_while_it_is_typed(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("1", "2")
        assert app.screen.query_one(StatusLine).remark == "12"
        await hands.press("j")
        assert app.screen.query_one(StatusLine).remark == ""


async def test_claims_of_changed_articles_are_listed_first_until_an_order_is_chosen(tmp_path: Path):
    file = tmp_path / "hill.txt"
    file.write_text(TEXT, encoding="utf-8")
    article, claims = hill()
    moved = [structs.replace(article, path=str(file)), claims]
    opened = open_session(tmp_path, [english(), tuple(moved)])
    opened.review.accept(opened.review.claim_ids)
    opened.close()
    file.write_text(TEXT.replace("530 workers", "all workers").replace("In 2023", "During 2023"), "utf-8")
    again = resume(opened.file.path, reviewer="ann")
    async with desk(again) as (app, hands):
        screen = app.screen
        renewal = again.renewals["disk"]
        assert claims[2].id in renewal.vanished
        assert screen.ids[0] == claims[2].id
        assert set(screen.ids[1:]) >= set(renewal.moved)
        assert "Articles changed" in said(screen)
        assert f"{len(renewal.vanished)} vanished" in said(screen)
        assert screen.claim_list.headings[0] == (0, "changed since the last time")
        await hands.press(":", *"order.text", "enter")
        assert screen.ids == list(screen.desk.review.claim_ids)
        assert screen.claim_list.headings[0][1] != "changed since the last time"


async def test_every_command_is_found_by_its_name_on_the_command_line(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, _hands):
        commands = list(offered(app.screen))
        assert {"order.doubt", "batch.accept", "claim.copy"} <= {command.id for command in commands}
        for command in commands:
            assert command_named(command.id, app.screen) is command


async def test_to_list_claims_as_the_text_runs_none_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(open_session(tmp_path, [hill()])) as (app, _hands):
        screen, finished = app.screen, 0

        def finish(_checks: Checks) -> None:
            nonlocal finished
            finished += 1

        monkeypatch.setattr(Checks, "finish", finish)
        screen.showing.start()
        screen.set_ids()
        assert not finished
        screen.ordering.lay("field")
        assert finished
