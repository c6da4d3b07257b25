"""Extraction measured on a folder of annotated articles."""

from pathlib import Path

from tui.articles import ReadProblem, read_articles
from tui.extract import RuleSet, extract
from tui.extract.evaluation.evaluate import Evaluation, evaluate
from tui.extract.evaluation.goldfile import GoldError, gold_files, read_gold


def measured(folder: Path, rules: RuleSet) -> Evaluation:
    """The claims of the articles in ``folder`` against the gold beside them.

    Raises:
        GoldError: gold or an article can't be read; the message names the file.
    """
    wanted, found = {}, {}
    for name, (gold, text) in gold_files(folder).items():
        wanted[name] = read_gold(gold)
        article = next(iter(read_articles([str(text)], rules.own)))
        if isinstance(article, ReadProblem):
            raise GoldError(str(article))
        found[name] = extract(article, rules)
    return evaluate(wanted, found, rules)
