"""``factdesk explain``: why a claim is as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, shown
from tui.cli.options import chosen_folders, one_article, rules_option, the_rules

if TYPE_CHECKING:
    from tui.extract.document import Document, Draft
    from tui.extract.packs.rules import RuleSet

VALUE = 28  # cells of the column of values
BESIDE = 120  # characters of the sentence shown on either side of the number


@click.command(short_help="Tell which rules made a claim what it is.")
@click.argument("article", metavar="ARTICLE")
@click.argument("offset", type=click.IntRange(0), metavar="OFFSET")
@rules_option
def explain(article: str, offset: int, rule_folders: tuple[Path, ...]) -> None:
    """Tell which rules found the number at OFFSET and set each of its fields, or why it is no claim.

    Below a field stand the candidates that lost ("not"), with the rules that found them.
    OFFSET counts the characters of ARTICLE from 0, as in the "start" of an extracted row.

    \b
    Example:
      factdesk explain seeds/003_627b2be1d4e5e78d.txt 19
    """
    folders = chosen_folders(rule_folders)
    read = one_article(article, folders)
    if offset >= len(read.text):
        raise Trouble(
            f"the offset {offset} is behind the end of {article}", f"It has {len(read.text)} characters."
        )
    rules, _ = the_rules(folders)
    from tui.extract import draft_document
    from tui.extract.explanation import nearest

    document = draft_document(read, rules)
    draft = nearest(document, offset)
    if draft is None:
        raise Trouble(f"no number was found in {article}")
    if not draft.start <= offset < draft.end:
        click.echo(f"There is no number at {offset}; the nearest is at {draft.start}.\n")
    for line in _told(draft, document, rules):
        click.echo(shown(line))


def _told(draft: "Draft", document: "Document", rules: "RuleSet") -> list[str]:
    from tui.extract.explanation import reasons

    sentence = document.sentences[draft.sentence]
    start, end = draft.start - sentence.start, draft.end - sentence.start
    before, after = sentence.text[:start], sentence.text[end:]
    lines = [
        f"number     {draft.text}  at {draft.start} to {draft.end}, written as {draft.kind}",
        f"sentence   {before[-BESIDE:].lstrip()}>>{draft.text}<<{after[:BESIDE].rstrip()}",
    ]
    if draft.dropped is not None:
        return [*lines, f"no claim   by {draft.dropped}"]
    for reason in reasons(document, draft, rules):
        lines.append(_line(reason.field, reason.value, ", ".join(reason.rules)))
        for lost in reason.lost:
            place = "" if lost.at is None else f" at {lost.at}"
            lines.append(_line("  not", lost.value, f"{lost.rule}{place}"))
    lines.append(f"sure       {draft.fields.get('confidence')}")
    return lines + [f"doubt      {doubt}" for doubt in draft.doubts]


def _line(name: str, value: str, why: str) -> str:
    return f"{name:<10} {value or '(none)':<{VALUE}} by {why}"
