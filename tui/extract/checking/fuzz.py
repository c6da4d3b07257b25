"""Tries expressions on hostile sentences, in a process of its own that is ended where one takes too long.

What ``backtracking`` can't judge shows here: each expression reads sentences made of its own words, of long
runs of digits, spaces and brackets, and of these mixed.
"""

import re
from collections.abc import Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection

from tui.extract.checking.soundness import expressions
from tui.extract.packs.rules import Pack, Problem, RuleSet

# One sentence of so many characters may take so long, in seconds; most take a thousandth of it.
LENGTH = 400
LIMIT = 5.0
# And so long may the process take to be up.
START = 60.0

_NAME = re.compile(r"\(\?P?<[\w!=]*>?|\\[a-zA-Z]|\{[^}]*\}|\[[^\]]*\]")
_WORDS = re.compile(r"[^\W\d_]+")
_RUNS = ("1", " ", "(", "1,", "1 ", "a ", "A", "a1", "-", ".")
# So many words of an expression make up its sentences.
_MOST = 6

Job = tuple[str, str]


def slow(packs: Iterable[Pack], rules: RuleSet, limit: float = LIMIT) -> Iterator[Problem]:
    """The rules of some packs with an expression that reads a sentence for longer than ``limit`` seconds."""
    for pack in packs:
        jobs = list(_jobs(pack, rules))
        while jobs:
            stuck = _first_stuck(jobs, limit)
            if stuck is None:
                break
            name = jobs[stuck][0]
            path, line = pack.where.get(name, (pack.path, 1))
            yield Problem(
                path, line, f"{name}: takes more than {limit:g} s to read {LENGTH} characters: simplify it"
            )
            jobs = [job for job in jobs[stuck + 1 :] if job[0] != name]


def sentences(expression: str) -> list[str]:
    """Hostile sentences for an expression, each of ``LENGTH`` characters."""
    words = list(dict.fromkeys(_WORDS.findall(_NAME.sub(" ", expression))))[:: max(1, len(expression) // 400)]
    pieces = [*_RUNS, *words[:_MOST], *(f"{word} " for word in words[:_MOST]), "".join(words[:_MOST])]
    return [(piece * LENGTH)[:LENGTH] for piece in pieces if piece] + [
        f"{(' '.join(words) + ' ') * LENGTH}"[: LENGTH - 1] + "!"
    ]


def _jobs(pack: Pack, rules: RuleSet) -> Iterator[Job]:
    for entries in pack.entries.values():
        for rule in entries.values():
            for _, source in expressions(rule, rules, pack.info.language or "en"):
                yield rule.id, source


def _first_stuck(jobs: list[Job], limit: float) -> int | None:
    """The index of the first expression that takes too long; None if all of them end."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, jobs), daemon=True)
    process.start()
    theirs.close()
    at = -1
    try:
        while ours.poll(limit if at >= 0 else START):
            at = ours.recv()
            if at == len(jobs):
                return None
    except EOFError:
        pass
    finally:
        process.kill()
        process.join()
    return max(at, 0)


def _work(connection: Connection, jobs: list[Job]) -> None:
    for index, (_, source) in enumerate(jobs):
        connection.send(index)
        pattern = re.compile(source, re.IGNORECASE)
        for sentence in sentences(source):
            pattern.search(sentence)
            pattern.match(sentence)
    connection.send(len(jobs))
