"""``factdesk rules``: for the people who write rules."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, counted, shown
from tui.cli.options import chosen_folders, rules_option, the_rules
from tui.cli.output import open_output

if TYPE_CHECKING:
    from tui.extract.evaluation.evaluate import Evaluation, Fault

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(short_help="Check, test and measure rules.")
def rules() -> None:
    """Check, test and measure the rules that extraction works by.

    A rule pack is a folder of YAML files with a pack.yaml. Your own packs lie over the built-in ones when a
    command is given --rules DIR.
    """


@rules.command(short_help="Tell what is wrong in rule files, by file and line.")
@click.argument("folder", metavar="DIR", type=FOLDER)
def lint(folder: Path) -> None:
    """Read the rule packs in DIR and tell each problem with its file, its line and the mend.

    An expression that may never end is a problem, and so is a rule without an example it must match, without
    one it must not, or with none of these that comes near its words.

    \b
    Example:
      factdesk rules lint my-rules/
    """
    from tui.extract import load_rules
    from tui.extract.checking.lint import faults

    loaded = load_rules([] if _is_builtin(folder) else [folder])
    packs = [pack for pack in loaded.packs if _is_inside(pack.path, folder)]
    problems = [problem for problem in loaded.problems if _is_inside(problem.path, folder)]
    problems += faults(loaded, packs)
    for problem in problems:
        click.echo(shown(str(problem)))
    if problems:
        raise Trouble(f"{counted(len(problems), 'problem')} in {folder}")
    click.echo(f"{folder}: no problems")


@rules.command(short_help="Run the examples that stand in rule files.")
@click.argument("folder", metavar="DIR", type=FOLDER)
def test(folder: Path) -> None:
    """Run the examples in the rule files of DIR: what a rule must give, and where it must not fire.

    The examples run with the built-in rules and those of DIR together, as an extraction would.

    \b
    Example:
      factdesk rules test my-rules/
    """
    from tui.articles.headers import header_rules
    from tui.articles.headertest import header_failures
    from tui.extract import load_rules
    from tui.extract.checking.ruletest import failures

    loaded = load_rules([] if _is_builtin(folder) else [folder])
    packs = [pack for pack in loaded.packs if _is_inside(pack.path, folder)]
    if not packs:
        raise Trouble(f"{folder}: no rule pack here", "A pack is a folder with a pack.yaml.")
    told = [str(p) for p in loaded.problems if _is_inside(p.path, folder)]
    told += [str(failure) for failure in failures(loaded, packs)]
    here = {rule.id for pack in packs for entries in pack.entries.values() for rule in entries.values()}
    heads = header_failures(header_rules(*loaded.own))
    told += [f"{rule}: {text!r}: {message}" for rule, text, message in heads if rule in here]
    for line in told:
        click.echo(shown(line))
    if told:
        raise Trouble(f"{counted(len(told), 'thing')} in {folder} to mend")
    count = sum(
        len(rule.examples) + len(rule.counterexamples)
        for pack in packs
        for entries in pack.entries.values()
        for rule in entries.values()
    )
    click.echo(f"{folder}: {count} examples hold")


@rules.command(short_help="Measure extraction against gold.")
@click.argument("gold", metavar="GOLD_DIR", type=FOLDER)
@rules_option
@click.option("--errors", is_flag=True, help="List every claim missed, false or with a wrong field.")
def evaluate(gold: Path, rule_folders: tuple[Path, ...], *, errors: bool) -> None:
    """Extract the articles in GOLD_DIR and compare the claims with the gold beside them.

    GOLD_DIR holds NAME.txt and NAME.gold.jsonl, one annotated claim per line. The score tells what share of
    the gold was found, how much of what was found is gold, what share of the fields is right, and how many
    claims a reviewer could accept untouched. The second table tells whether confidence keeps its word.

    \b
    Example:
      factdesk rules evaluate gold/
    """
    from tui.extract.evaluation.goldfile import GoldError
    from tui.workspace.measuring import measured

    rule_set, _ = the_rules(chosen_folders(rule_folders))
    try:
        result = measured(gold, rule_set)
    except GoldError as error:
        raise Trouble(str(error)) from None
    with open_output(None) as stream:
        if errors:
            stream.writelines(f"{shown(_fault(fault))}\n" for fault in result.faults)
        stream.writelines(f"{shown(line)}\n" for line in (*_score_lines(result), "", *_sure_lines(result)))


@rules.command(short_help="Write JSON Schemas of the rule files, for editors.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write a JSON Schema for each kind of rule file to DIR, by which editors complete and check them.

    A rule file names its schema in its first line:
    # yaml-language-server: $schema=../schemas/counters.json

    \b
    Example:
      factdesk rules schema rules/schemas
    """
    import msgspec

    from tui.extract.checking.jsonschema import schemas

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in schemas().items():
        with open_output(folder / f"{name}.json") as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n")
    click.echo(f"{folder}: {len(schemas())} schemas")


def _is_builtin(folder: Path) -> bool:
    from tui.resources import rules_folder

    return folder.resolve().is_relative_to(rules_folder().resolve())


def _is_inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _score_lines(result: "Evaluation") -> list[str]:
    rows = [*result.articles.items(), ("ALL", result.total)]
    names = list(result.total.shares())
    lines = [f"{'article':28}" + "".join(f"{name[:9]:>10}" for name in ("gold", "predicted", *names))]
    for article, tally in rows:
        shares = "".join(f"{share:>10.3f}" for share in tally.shares().values())
        lines.append(f"{article[:27]:28}{tally.gold:>10}{tally.predicted:>10}{shares}")
    each = [tally.shares() for tally in result.articles.values()]
    means = "".join(f"{sum(one[name] for one in each) / len(each):>10.3f}" for name in names)
    total = result.total
    lines.append(f"{'MEAN':28}{total.gold:>10}{total.predicted:>10}{means}")
    return lines


def _sure_lines(result: "Evaluation") -> list[str]:
    from tui.extract.evaluation.evaluate import calibration

    every = len(result.confidences) or 1
    named = [(f"{row.low:.2f} to {row.high:.2f}", row) for row in calibration(result.confidences)]
    named += [("0.90 and above", row) for row in calibration(result.confidences, (0.9, 1.01))]
    lines = [f"{'confidence':28}{'claims':>10}{'share':>10}{'sure':>10}{'right':>10}"]
    for name, row in named:
        shares = "".join(f"{share:>10.3f}" for share in (row.claims / every, row.sure, row.right))
        lines.append(f"{name:28}{row.claims:>10}{shares}")
    return lines


def _fault(fault: "Fault") -> str:
    gold, claim = fault.gold, fault.claim
    if gold is not None and claim is not None:
        wrong = "; ".join(f"{f}: {getattr(claim, f)} should be {getattr(gold, f)}" for f in fault.fields)
        return f"{fault.article}  wrong  {gold.text!r} @{gold.start}  {wrong}"
    if gold is not None:
        return f"{fault.article}  missed  {gold.text!r} @{gold.start}  {gold.subject}"
    assert claim is not None  # noqa: S101  (a fault is about one or the other)
    return f"{fault.article}  false  {claim.value} @{claim.start}  {claim.subject!r}"
