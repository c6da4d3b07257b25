"""``factdesk explain``: why a claim is as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, shown
from tui.cli.options import chosen_folders, one_article, rules_option, the_rules

if TYPE_CHECKING:
    from tui.extract.document import Document, Draft


@click.command(short_help="Tell which rules made a claim what it is.")
@click.argument("article", metavar="ARTICLE")
@click.argument("offset", type=click.IntRange(0), metavar="OFFSET")
@rules_option
def explain(article: str, offset: int, rule_folders: tuple[Path, ...]) -> None:
    """Tell which rules found the number at OFFSET and set each of its fields, or why it is no claim.

    OFFSET counts the characters of ARTICLE from 0, as in the "start" of an extracted row.

    \b
    Example:
      factdesk explain seeds/003_627b2be1d4e5e78d.txt 17
    """
    read = one_article(article)
    if offset >= len(read.text):
        raise Trouble(
            f"the offset {offset} is behind the end of {article}", f"It has {len(read.text)} characters."
        )
    rules, _ = the_rules(chosen_folders(rule_folders))
    from tui.extract import draft_document

    document = draft_document(read, rules)
    draft = _nearest(document, offset)
    if draft is None:
        raise Trouble(f"no number was found in {article}")
    if not draft.start <= offset < draft.end:
        click.echo(f"There is no number at {offset}; the nearest is at {draft.start}.\n")
    for line in _told(draft, document):
        click.echo(shown(line))


def _nearest(document: "Document", offset: int) -> "Draft | None":
    return min(
        document.drafts,
        key=lambda d: 0 if d.start <= offset < d.end else min(abs(d.start - offset), abs(d.end - offset)),
        default=None,
    )


def _told(draft: "Draft", document: "Document") -> list[str]:
    sentence = document.sentences[draft.sentence]
    lines = [
        f"number     {draft.text}  at {draft.start} to {draft.end}, {draft.kind}, value {draft.value}",
        f"sentence   {sentence.text.strip()}",
    ]
    if draft.dropped is not None:
        lines.append(f"no claim   by the rule {draft.dropped}")
    for name, value in draft.fields.items():
        rules = ", ".join(draft.why.get(name, ())) or "(default)"
        lines.append(f"{name:<10} {'(none)' if value is None else value}  by {rules}")
    lines += [f"doubt      {doubt}" for doubt in draft.doubts]
    if draft.dropped is None:
        lines += _lost(draft, document)
    return lines


def _lost(draft: "Draft", document: "Document") -> list[str]:
    """The places and times named in the number's sentence that are not its own."""
    sentence = document.sentences[draft.sentence]
    named = [("place", mention) for mention in document.places]
    named += [("period", mention) for mention in document.times]
    return [
        f"lost       {name} {mention.value or '(none)'}  at {mention.start} by {mention.rule}"
        for name, mention in named
        if sentence.start <= mention.start < sentence.end and mention.value != draft.fields.get(name)
    ]
