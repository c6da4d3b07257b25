"""Errors in the words of the command line: one or two plain lines that say what to do."""

from pathlib import Path

import click

DEBUG = "FACTDESK_DEBUG"  # set in the environment, mistakes of the program are told with all that led to them
_LONGEST = 200  # characters of what an unexpected error says


class Trouble(click.ClickException):
    """What was asked could not be done: ``message`` says why, ``mend`` what to do about it."""

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.mend = mend


def trouble_in_words(error: object, mend: str = "", language: str | None = None) -> Trouble:
    """What is wrong with the desk's settings, in the language that it speaks, by default the locale's."""
    from tui.ui.i18n import use_language
    from tui.ui.troubles import in_words

    use_language(language)
    return Trouble(in_words(error), in_words(mend))


def told(error: click.ClickException | OSError) -> list[str]:
    """The lines that tell of an error; text from outside in them can't reach the terminal's controls."""
    if isinstance(error, OSError):
        lines = [f"factdesk: {os_trouble(error)}"]
    elif isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else "factdesk"
        lines = [f"{path}: {error.format_message()}", f"Try '{path} --help'."]
    else:
        lines = [f"factdesk: {error.format_message()}", getattr(error, "mend", "")]
    return [shown(line) for line in lines if line]


def mistake(error: Exception) -> str:
    """One line about an error that nobody expected: what it is, and where in the program it arose."""
    import traceback

    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    calls = traceback.extract_tb(error.__traceback__)
    ours = [call for call in calls if "tui" in Path(call.filename).parts] or calls
    where = f" in {Path(ours[-1].filename).name}, line {ours[-1].lineno}" if ours else ""
    what = f"{words[:_LONGEST]}{where}"
    return shown(f"factdesk: a mistake of the program ({what}); please report it with what {DEBUG}=1 tells")


def shown(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    from tui.text.display import one_line

    return one_line(text)


def warn(text: str) -> None:
    """Tell something on standard error and go on."""
    click.echo(shown(text), err=True)


def os_trouble(error: OSError) -> str:
    """What the system refused, and for which file."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def counted(count: int, noun: str) -> str:
    """The count with its noun: 1 problem, 2 problems."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
