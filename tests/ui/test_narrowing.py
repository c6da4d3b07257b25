"""Facets beside the list, and filters kept under names."""

from pathlib import Path

import pytest
from msgspec import structs
from textual.command import CommandPalette
from textual.widgets import OptionList

from tests.ui.making import chinese, desk, english, open_session
from tui.storage import Settings
from tui.storage.settings import read_settings
from tui.ui.app import DeskApp
from tui.ui.widgets.facet_pane import FacetPane
from tui.ui.widgets.fix_form import Hints
from tui.ui.widgets.status_line import StatusLine


def pane(app: DeskApp) -> FacetPane:
    return app.screen.query_one(FacetPane)


def said(app: DeskApp) -> str:
    return app.screen.query_one(StatusLine).text


def counts(app: DeskApp, field: str) -> dict[str | None, int]:
    found = [entry.facet for entry in pane(app).entries if entry.field == field and entry.facet]
    return {facet.value: facet.claims for facet in found}


async def choose(app: DeskApp, hands, field: str, value: str | None) -> None:
    """Put the mark on a value."""
    entries = pane(app).entries
    rows = [n for n, e in enumerate(entries) if e.field == field and e.facet and e.facet.value == value]
    pane(app).rows.choose(rows[0])


async def test_the_list_follows_what_is_narrowed_and_widened(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.press("a", "F")
        assert screen.mode == "facets"
        assert counts(app, "state") == {"pending": 5, "accepted": 1}
        await choose(app, hands, "unit", "%")
        await hands.press("enter")
        assert screen.searching.filter == "unit=%"
        assert len(screen.ids) == 2
        assert counts(app, "state") == {"pending": 2}
        assert counts(app, "unit")["person"] == 2  # the other values stay in sight
        await choose(app, hands, "unit", "person")
        await hands.press("space")
        assert screen.searching.filter == "unit=person"
        await choose(app, hands, "place", None)
        await hands.press("x")
        assert screen.searching.filter == "unit=person -place:none"
        assert len(screen.ids) == 1
        await hands.press("backspace")
        assert screen.searching.filter == "unit=person"
        await choose(app, hands, "unit", "person")
        await hands.press("enter")
        assert screen.searching.filter == ""
        assert len(screen.ids) == 6
        await hands.press("escape")
        assert screen.mode == "review"
        assert not pane(app).display


async def test_the_filter_stays_when_the_facets_close_and_decisions_count_anew(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("F", "enter", "q")
        assert app.screen.searching.filter == "state=pending"
        await hands.press("a", "a", "F")
        assert counts(app, "state") == {"pending": 4, "accepted": 2}


async def test_fields_are_walked_round_and_more_values_shown_when_asked_for(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("F")
        seen = []
        for _each in range(8):
            seen.append(pane(app).chosen.field)
            await hands.press("l")
        assert seen == ["state", "unit", "place", "indicator", "period", "article", "doubt", "state"]
        await hands.press("h")
        assert pane(app).chosen.field == "state"
        await hands.press("G", "g", "j", "k")
        assert pane(app).chosen.field == "state"


async def test_a_filter_is_named_kept_and_recalled_by_number_and_palette_and_prompt(tmp_path: Path):
    async with desk(open_session(tmp_path), folder=tmp_path) as (app, hands):
        screen = app.screen
        await hands.press("M")
        assert "No filter is on" in said(app)
        await hands.press("\\", *"unit:%", "enter", "M", *"rates", "enter")
        assert "Kept as rates" in said(app)
        assert read_settings(tmp_path / "factdesk.yaml").filters == {"rates": "unit:%"}
        await hands.press("escape")
        assert len(screen.ids) == 6
        await hands.press("F", "1")
        assert screen.searching.filter == "unit:%"
        await hands.press("escape", "escape")
        assert len(screen.ids) == 6
        await hands.press("\\", "tab", "enter")
        assert screen.searching.filter == "unit:%"


async def test_a_filter_named_from_the_facets_leads_back_to_them(tmp_path: Path):
    async with desk(open_session(tmp_path), folder=tmp_path) as (app, hands):
        await hands.press("F", "enter", "M", "escape")
        assert app.screen.mode == "facets"
        await hands.press("M", "enter")
        assert app.screen.mode == "dialog"  # without a name it is not kept
        await hands.press(*"open", "enter")
        assert app.screen.mode == "facets"
        assert [entry.name for entry in pane(app).entries if entry.name] == ["open"]


async def test_saved_filters_are_in_the_palette(tmp_path: Path):
    saved = Settings(filters={"rates of [red]": "unit:%"})
    async with desk(open_session(tmp_path), settings=saved) as (app, hands):
        screen = app.screen
        await hands.press("\x10")
        await hands.settle(lambda: isinstance(app.screen, CommandPalette))
        await hands.type("rates of")
        await hands.settle(lambda: bool(app.screen.query_one(OptionList).option_count))
        await hands.press("enter")
        await hands.settle(lambda: screen.searching.filter == "unit:%")


async def test_a_damaged_settings_file_is_told_of_and_left_alone(tmp_path: Path):
    (tmp_path / "factdesk.yaml").write_text("- no settings\n", encoding="utf-8")
    async with desk(open_session(tmp_path), folder=tmp_path) as (app, hands):
        await hands.press("\\", *"unit:%", "enter", "M", *"rates", "enter")
        assert app.screen.mode == "dialog"
        assert (tmp_path / "factdesk.yaml").read_text(encoding="utf-8") == "- no settings\n"


async def test_the_pane_stands_where_the_article_stood_at_every_size(tmp_path: Path):
    for size in ((80, 24), (120, 40), (200, 60), (80, 50)):
        folder = tmp_path / f"{size[0]}x{size[1]}"
        async with desk(open_session(folder), size=size) as (app, hands):
            before = app.screen.article_view.region
            await hands.press("F")
            await hands.settle(lambda: pane(app).region.width > 0)
            assert pane(app).region == before
            await hands.press("q")
            await hands.settle(lambda before=before: app.screen.article_view.region == before)


def hint(app) -> str:
    return str(app.screen.prompt.query_one("#prompt-hint").content)


async def test_tab_completes_a_field_and_walks_through_its_values(tmp_path: Path):
    async with desk(open_session(tmp_path, [english(), chinese()])) as (app, hands):
        prompt = app.screen.prompt
        await hands.press("\\", *"un", "tab")
        assert prompt.value == "unit:"
        await hands.settle(lambda: hint(app).startswith("⇥ % 2 · person 2 · job 1"))
        await hands.press("tab")
        assert prompt.value == "unit:%"
        await hands.settle(lambda: hint(app) == "2 claims")
        await hands.press("tab")
        assert prompt.value == "unit:person"
        await hands.press(" ", *"pl", "tab", "tab", "enter")
        assert app.screen.searching.filter.startswith("unit:person place:")
        assert app.screen.ids


async def test_typing_replaces_the_filter_or_the_search_that_is_on(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("\\", *"unit:%", "enter", "\\")
        assert app.screen.prompt.value == "unit:%"
        await hands.press(*"state:pending", "enter")
        assert app.screen.searching.filter == "state:pending"
        await hands.press("/", *"workers", "enter", "/", *"firms", "enter")
        assert app.screen.searching.words == "firms"
        await hands.press("\\", "backspace", "enter")
        assert app.screen.searching.filter == ""


async def test_the_key_line_tells_of_tab_only_where_it_completes(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("a")
        for key, completes in (("\\", True), (":", True), ("e", True), ("/", False), ("m", False)):
            await hands.press(key)
            shown = [name for name, _key, _title in app.screen.query_one("#keys")._items]
            assert ("dialog.next" in shown) is completes, key
            await hands.press("escape")


@pytest.mark.parametrize(
    ("field", "idle"), [("s", set()), ("t", {"edit.words"}), ("v", {"edit.words", "edit.down"})]
)
async def test_the_key_line_of_a_field_tells_only_of_what_it_has(tmp_path: Path, field: str, idle: set[str]):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("f", field)
        shown = {name for name, _key, _title in app.screen.query_one("#keys")._items}
        assert {"edit.words", "edit.down"} - shown == idle


@pytest.mark.parametrize("key", ["s", "l", "t"])
async def test_fields_with_a_key_of_their_own_tell_which_keys_take(tmp_path: Path, key: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press(key)
        hint = app.screen.query_one(Hints).hint
        last = len(hint.choices) - 1
        assert hint.choices
        labels = f"{hint.labels[0]}\u2013{hint.labels[last]}" if last else hint.labels[0]
        assert hint.remark == f"{labels} takes and saves, \u21e5 only takes"


async def test_a_list_without_a_claim_says_how_to_go_on(tmp_path: Path):
    article, _claims = english()
    async with desk(open_session(tmp_path, [(article, [])])) as (app, hands):
        claims = app.screen.claim_list
        assert "v selects, + adds" in claims.render_line(0).text
        await hands.press("\\", *"zebra", "enter")
        assert "esc shows all" in claims.render_line(0).text
        assert app.screen.query_one("#status").text.endswith("zebra · esc shows all")


JOBS = ("城镇新增就业", "new urban jobs")


@pytest.mark.parametrize("name", JOBS)
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_an_indicator_can_be_typed_by_its_name_in_the_form_and_in_the_filter(
    tmp_path: Path, name: str, language: str
):
    async with desk(open_session(tmp_path), language=language) as (app, hands):
        screen = app.screen
        await hands.press("f", "i", *name, "enter")
        await hands.press("f", "i", *name[:9], "tab", "enter")
        found = [screen.desk.review[each].claim.indicator for each in screen.ids]
        assert found == ["new_urban_jobs"] * 2 + [None] * 4
        await hands.press("\\", *f'indicator:"{name}"', "enter")
        assert len(screen.ids) == 2
        await hands.press("\\", *f"indicator:{name[:3]}", "tab", "enter")
        assert screen.searching.filter == "indicator:new_urban_jobs"
        assert len(screen.ids) == 2


@pytest.mark.parametrize("typed", [*JOBS, "new_urban"])
async def test_the_palette_finds_an_indicator_by_its_name_and_narrows_the_list_to_it(
    tmp_path: Path, typed: str
):
    article, claims = english()
    parts = [(article, [structs.replace(claims[0], indicator="new_urban_jobs"), *claims[1:]])]
    async with desk(open_session(tmp_path, parts)) as (app, hands):
        screen = app.screen

        def offered() -> list[str]:
            found = app.screen.query_one(OptionList)
            return [str(found.get_option_at_index(n).prompt) for n in range(found.option_count)]

        await hands.press("\x10")
        await hands.settle(lambda: isinstance(app.screen, CommandPalette))
        await hands.type(typed)
        wanted = "indicator · new urban jobs · 1 claim"
        await hands.settle(lambda: any(each.startswith(wanted) for each in offered()))
        at = next(n for n, each in enumerate(offered()) if each.startswith(wanted))
        await hands.press(*["down"] * at, "enter")
        await hands.settle(lambda: screen.searching.filter == "indicator=new_urban_jobs")
        assert len(screen.ids) == 1


@pytest.mark.parametrize("typed", [*JOBS, "URBAN"])
async def test_a_value_is_found_by_what_it_is_called_in_sight_or_not(tmp_path: Path, typed: str):
    article, claims = english()
    # So many others come before it that it is not among the few that are shown at first.
    names = [f"other_{n}" for n in range(12)] * 2 + ["new_urban_jobs"]
    others = [
        structs.replace(claims[0], id=f"{article.id}:{n}", indicator=name) for n, name in enumerate(names)
    ]
    async with desk(open_session(tmp_path, [(article, others)]), size=(80, 24)) as (app, hands):
        await hands.press("F")
        assert "new_urban_jobs" not in counts(app, "indicator")
        await hands.press("/", *typed, "enter")
        assert pane(app).chosen.facet.value == "new_urban_jobs"
        assert pane(app).open_fields == {"indicator"}
        await hands.press("enter")
        assert app.screen.searching.filter == "indicator=new_urban_jobs"
        await hands.press("/", *"no such value", "enter")
        assert app.screen.mode == "facets"
        assert said(app) == "no such value is nowhere in this list"
        assert pane(app).open_fields == {"indicator"}
        await hands.press("/")
        assert app.screen.prompt.value == "no such value"
        await hands.press(*"none", "enter")
        assert (said(app), pane(app).chosen.facet.value) == ("", None)
