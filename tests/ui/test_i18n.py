import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.tools import catalogue
from tests.ui.making import desk, english, open_session
from tui.ui.i18n import ENGLISH, _, language, languages, match_language, ngettext, use_language
from tui.ui.labels import FIELD_LABELS, VALUE_LABELS, VERDICT_LABELS
from tui.ui.periods import period_in_words
from tui.ui.widgets.fix_form import Hints

PLACEHOLDER = re.compile(r"\{(\w*)[^}]*\}")


@pytest.fixture(autouse=True)
def english_again():
    yield
    use_language("en")


def forms(value: object) -> list[str]:
    return list(value) if isinstance(value, (tuple, list)) else [str(value)]


def test_the_template_holds_exactly_the_texts_of_the_code():
    asked = {str(message.id) for message in catalogue.asked_for() if message.id}
    held = {str(message.id) for message in catalogue.read(catalogue.POT) if message.id}
    assert held == asked, "run python -m tests.tools.catalogue"


@pytest.mark.parametrize("path", catalogue.languages(), ids=lambda path: path.parent.parent.name)
def test_no_text_is_missing_in_a_language_and_the_compiled_file_is_current(path: Path):
    asked = {str(message.id) for message in catalogue.asked_for() if message.id}
    found = catalogue.read(path)
    assert {str(message.id) for message in found if message.id} == asked
    for message in found:
        if not message.id:
            continue
        assert all(forms(message.string)), message.id
        wanted = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        for form in forms(message.string):
            assert set(PLACEHOLDER.findall(form)) == wanted, message.id
    assert path.with_suffix(".mo").read_bytes() == catalogue.compiled(found)


def test_chinese_is_spoken():
    assert languages() == (ENGLISH, "zh_CN")
    assert use_language("zh-Hans") == "zh_CN" == language()
    assert _("accept") == "\u63a5\u53d7"
    assert ngettext("{count} claim", "{count} claims", 2) == "{count} \u6761\u6570\u636e"
    assert period_in_words("2024-01/2024-06") == "2024\u5e74\u4e0a\u534a\u5e74"
    for name in (*FIELD_LABELS.values(), *VALUE_LABELS.values(), *VERDICT_LABELS.values()):
        assert _(name) != name


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("zh_CN.UTF-8", "zh_CN"),
        ("ZH", "zh_CN"),
        ("en_GB", "en"),
        ("C", "en"),
        ("C.UTF-8", "en"),
        ("xx", None),
    ],
)
def test_language_tags_find_their_catalogue(wanted: str, found: str | None):
    assert match_language(wanted) == found


def test_the_environment_chooses_when_nobody_else_does(monkeypatch: pytest.MonkeyPatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert use_language(None) == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert use_language(None) == "zh_CN"
    monkeypatch.setenv("LC_ALL", "C")
    assert use_language(None) == "en"


async def test_the_whole_desk_speaks_chinese(tmp_path: Path):
    async with desk(open_session(tmp_path), language="zh_CN") as (app, hands):
        titles = [title for _id, _key, title in app.key_items("review")]
        assert titles[:3] == ["\u63a5\u53d7", "\u4fee\u6539", "\u62d2\u7edd"]
        await hands.press("a", "?")
        page = "".join(text for line in app.screen.page(76) for text, _part in line)
        assert "\u64a4\u9500" in page


async def test_indicators_are_told_by_their_names(tmp_path: Path):
    article, (claim, *_others) = english()
    parts = [(article, [replace(claim, indicator="new_urban_jobs")])]
    async with desk(open_session(tmp_path, parts), language="zh_CN") as (app, hands):
        await app.workers.wait_for_complete()
        await hands.press("h", "h")
        name = "\u57ce\u9547\u65b0\u589e\u5c31\u4e1a"
        assert [title for _at, title in app.screen.claim_list.headings] == [name]
        shown = "".join(text for line in app.screen.query_one("#detail")._lines for text, _part in line)
        assert f"{name} \u00b7 new_urban_jobs" in shown
        await hands.press("f", "i", "u")
        assert all(" \u00b7 " in each for each in app.screen.query_one(Hints).hint.choices)


def test_months_and_periods_read_naturally_in_english():
    assert period_in_words("2024-06-29") == "29 June 2024"
    assert period_in_words("2021/..") == "since 2021"
    assert period_in_words("2021/2025") == "2021 to 2025"
    assert period_in_words("2024-02/2024-05") == "February to May 2024"
    assert period_in_words("nonsense") == ""
    assert period_in_words(None) == ""
