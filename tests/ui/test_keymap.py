import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Key

from tui.ui.commands import COMMANDS, LOOKUP, MODES
from tui.ui.keymap import KeymapError, key_of, normalise_key, resolve


def problems_of(overrides):
    with pytest.raises(KeymapError) as caught:
        resolve(overrides)
    return str(caught.value)


def test_the_default_keys_hold_and_every_key_is_written_as_it_is_compared():
    keymap = resolve()
    for command in COMMANDS.values():
        assert keymap.keys[command.id] == command.keys
        assert [normalise_key(key) for key in command.keys] == list(command.keys)


def test_the_keys_of_the_design_do_what_it_says():
    wanted = {
        "a": "claim.accept",
        "f": "claim.fix",
        "r": "claim.reject",
        "x": "claim.reject",
        "R": "claim.reject_because",
        "space": "claim.skip",
        "+": "claim.add",
        "z": "review.undo",
        "ctrl+z": "review.undo",
        "backspace": "review.undo",
        "Z": "review.redo",
        "ctrl+y": "review.redo",
        "m": "claim.note",
        "e": "session.export",
        "j": "claim.next",
        "k": "claim.previous",
        "down": "claim.next",
        "up": "claim.previous",
        "J": "article.next",
        "K": "article.previous",
        "n": "problem.next",
        "N": "problem.previous",
        "u": "number.next",
        "v": "caret.start",
        "[": "span.start_left",
        "{": "span.start_right",
        "]": "span.end_right",
        "}": "span.end_left",
        "/": "view.search",
        "\\": "view.filter",
        "V": "range.start",
        "?": "app.help",
        ":": "app.command_line",
        "ctrl+p": "app.palette",
        "q": "app.quit",
    }
    keymap = resolve()
    for key, command_id in wanted.items():
        command = keymap.command("review", key)
        assert command is not None, key
        assert command.id == command_id


def test_a_clash_names_both_commands():
    said = problems_of({"claim.accept": "r"})
    assert "'claim.accept'" in said
    assert "'claim.reject'" in said
    assert "'r'" in said


def test_two_commands_may_swap_their_keys():
    keymap = resolve({"claim.accept": "r", "claim.reject": ["a", "x"]})
    assert keymap.command("review", "r").id == "claim.accept"
    assert keymap.command("review", "a").id == "claim.reject"


def test_an_unknown_command_is_refused_with_the_likeliest_one():
    assert "did you mean 'claim.accept'" in problems_of({"claim.acept": "y"})


@pytest.mark.parametrize("key", ["ctrl+c", "escape", "7"])
def test_reserved_keys_are_refused_with_the_reason(key):
    said = problems_of({"claim.accept": key})
    assert repr(key) in said
    assert "cannot be given" in said


def test_a_key_that_would_hide_a_command_of_the_same_moment_is_refused():
    said = problems_of({"claim.accept": "q"})
    assert "'app.quit'" in said
    assert "hide" in said


def test_a_printable_key_is_no_command_where_text_is_typed():
    assert "typed into the field" in problems_of({"edit.save": "y"})


def test_what_is_no_key_is_refused():
    assert "is no key" in problems_of({"claim.accept": "hyper+x"})


def test_a_command_may_have_no_key_at_all():
    keymap = resolve({"claim.accept": []})
    assert keymap.command("review", "a") is None
    assert keymap.first_key("claim.accept") == ""


def test_full_width_keys_of_an_input_method_count_as_the_plain_ones():
    assert key_of(Key("fullwidth_plus_sign", "\uff0b")) == "+"
    assert key_of(Key("fullwidth_question_mark", "\uff1f")) == "?"


def test_keys_are_found_in_the_nearest_mode_first():
    keymap = resolve()
    for mode in MODES:
        for place in LOOKUP[mode]:
            for (where, key), command_id in keymap.table.items():
                if where == place and not any(
                    (nearer, key) in keymap.table for nearer in LOOKUP[mode][: LOOKUP[mode].index(place)]
                ):
                    assert keymap.command(mode, key).id == command_id


@settings(deadline=None, max_examples=200)
@given(
    st.dictionaries(
        st.sampled_from(sorted(COMMANDS)),
        st.one_of(
            st.sampled_from(["a", "y", "ctrl+t", "f5", "space", "Q", "5", "enter"]), st.text(max_size=3)
        ),
        max_size=4,
    )
)
def test_a_keymap_is_either_refused_or_keeps_every_command_on_its_keys(overrides):
    try:
        keymap = resolve(overrides)
    except KeymapError as error:
        assert error.problems  # noqa: PT017 - either outcome is right
        return
    for command_id, keys in keymap.keys.items():
        for key in keys:
            assert keymap.command(COMMANDS[command_id].mode, key).id == command_id
