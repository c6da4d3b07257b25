"""Texts in another spelling than the rules' are read alike, and say what they say in their own characters."""

from pathlib import Path

from tests.extract import drafting
from tui.extract import claim_at, draft_document, extract, load_rules, read_number
from tui.model import Article

SIMPLIFIED = "台湾失业率报告\n台湾上月失业人数为43万6000人，较去年同期减少3000人。"
TRADITIONAL = "臺灣失業率報告\n臺灣上月失業人數為43萬6000人，較去年同期減少3000人。"


def article(text: str) -> Article:
    return Article(id="0" * 12, path="", text=text, sha256="", language="zh", title=text.split("\n", 1)[0])


def test_traditional_text_is_read_as_simplified_text_is() -> None:
    rules = drafting.rules()
    one, two = (extract(article(text), rules) for text in (SIMPLIFIED, TRADITIONAL))
    assert [(c.start, c.end, c.value, c.unit, c.measure) for c in one] == [
        (c.start, c.end, c.value, c.unit, c.measure) for c in two
    ]
    assert [(c.subject, c.place) for c in one] == [("失业人数", "台湾")] * 2
    assert [(c.subject, c.place) for c in two] == [("失業人數", "臺灣")] * 2


def test_the_document_keeps_the_article_as_it_is_written() -> None:
    document = draft_document(article(TRADITIONAL), drafting.rules())
    assert document.text == TRADITIONAL
    assert "臺灣" in {mention.value for mention in document.places}


def test_a_claim_asked_for_has_the_characters_of_the_article() -> None:
    start = TRADITIONAL.index("3000")
    assert claim_at(article(TRADITIONAL), drafting.rules(), start, start + 4).subject == "失業人數"


def test_rules_in_another_spelling_serve_both(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: zh\n", encoding="utf-8")
    (tmp_path / "nouns.yaml").write_text(
        "- {id: my.noun, match: [蓮霧園區], unit: orchard}\n", encoding="utf-8"
    )
    rules = load_rules([tmp_path])
    for text in ("全縣共有蓮霧園區12個。", "全县共有莲雾园区12个。"):
        assert [claim.unit for claim in extract(article(text), rules)] == ["orchard"]


def test_a_pair_that_is_none_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\n", encoding="utf-8")
    (tmp_path / "spellings.yaml").write_text('- {id: my.spelling, pairs: "åa ß bcd"}\n', encoding="utf-8")
    spelling = load_rules([tmp_path]).spelling
    assert spelling[ord("å")] == "a"
    assert ord("ß") not in spelling
    assert ord("b") not in spelling


def test_a_typed_number_may_be_in_either_spelling() -> None:
    rules = drafting.rules()
    assert read_number("3億2千萬", rules, "zh") == read_number("3亿2千万", rules, "zh") == 320_000_000


def test_marks_half_as_wide_beside_chinese_characters_are_read_as_wide_ones() -> None:
    wide = "全县新增渔船300艘，同比增长5%；货船有1,200艘。"
    narrow = "全县新增渔船300艘,同比增长5%;货船有1,200艘。"
    one, two = (extract(article(text), drafting.rules()) for text in (wide, narrow))
    assert [(c.start, c.end, c.value, c.subject) for c in one] == [
        (c.start, c.end, c.value, c.subject) for c in two
    ]
    assert [c.value for c in two] == [300, 5, 1200]


def test_a_few_characters_of_another_spelling_leave_the_subjects_as_they_are_written() -> None:
    text = "技能人才总量300人,占从业人员总量的36%。"
    subjects = [claim.subject for claim in extract(article(text), drafting.rules())]
    assert subjects == ["技能人才总量", "技能人才总量占从业人员总量"]


def test_noise_between_words_is_read_as_blanks_and_stays_in_the_article() -> None:
    text = "渔港招工\n; t5 R8 ^1 k' V9 J: Q# z 全县渔船300艘。5 ?8 _# B& d! A"
    claims = extract(article(text), drafting.rules())
    assert [(claim.value, claim.subject) for claim in claims] == [(300, "渔船")]
    assert [text[claim.start : claim.end] for claim in claims] == ["300"]
