import yaml

from tui.resources import rules_folder
from tui.ui.i18n import use_language
from tui.ui.labels import DOUBT_LABELS, doubt_label


def test_every_doubt_that_the_built_in_rules_tell_has_a_translation():
    entries = yaml.safe_load((rules_folder() / "common" / "doubts.yaml").read_text(encoding="utf-8"))
    told = {entry["doubt"] for entry in entries if not entry.get("silent")}
    assert told == set(DOUBT_LABELS)
    use_language("zh_CN")
    try:
        assert all(doubt_label(words) != words for words in told)
        assert doubt_label("a doubt of my own") == "a doubt of my own"
    finally:
        use_language("en")
