"""Reads off the shape of a regular expression which words its matches hold."""

from functools import lru_cache

from tui.extract.expressions.shape import NOTHING, OFTEN, SPACE, SPELT, Sequence, Shape, Words

# More words than this are no quicker looked for than an expression itself is tried.
MOST_NEEDLES = 64
# So many conditions are asked of a text at most, the strongest first.
CONDITIONS = 3
# What says so much (see `_weight`) most texts lack: four Latin letters, or two of scripts that need fewer.
_TELLING = 7

# Lists of words, of each of which a text holds one.
Needles = tuple[tuple[str, ...], ...]


def needles(known: Shape) -> Needles:
    """Lists of words: every match holds one word of each list."""
    told = _told(known[0]) if len(known) == 1 else [_needed(known)]
    few = [words for words in dict.fromkeys(told) if _weight(words) and len(words) <= MOST_NEEDLES]
    # The shortest list is soonest looked through.
    return tuple(sorted(map(_shortest, sorted(few, key=_rank)[:CONDITIONS]), key=len))


def _shortest(words: Words) -> tuple[str, ...]:
    """The words that hold no other of them: a text with "township" has "town" as well."""
    found: list[str] = []
    for word in sorted(words, key=len):
        if not any(map(word.__contains__, found)):
            found.append(word)
    return tuple(sorted(found))


def _needed(known: Shape) -> Words:
    """One word of each alternative, the strongest that it needs; nothing where one of them needs none."""
    best = [min(_told(sequence), key=_rank, default=NOTHING) for sequence in known]
    return NOTHING.union(*best) if all(map(_weight, best)) else NOTHING


def _told(sequence: Sequence) -> list[Words]:
    """What a sequence needs: its runs of words that are sure, and what its groups and classes need."""
    told: list[Words] = []
    run = ""
    for item in sequence:
        if not item.wide and not (item.said and item.group):
            if item.said:
                # A place between two letters parts them as far as may be known.
                told.append(frozenset((run,)))
                run = ""
            continue
        if len(item.words) == 1 and item.low and item.words != SPACE:
            letters = next(iter(item.words)) * min(item.low, SPELT * 3)
            run += letters
            if item.high == item.low:
                continue
            told.append(frozenset((run,)))
            run = letters
            continue
        told.append(frozenset((run,)))
        run = ""
        if item.low and len(item.group) == 1:
            told += _told(item.group[0])
        elif item.low:
            told.append(_needed(item.group) if item.group else item.words)
    told.append(frozenset((run,)))
    return told


def _rank(words: Words) -> tuple[int, int, int]:
    """How lists of words are preferred: those that tell enough by their length, others by what they say."""
    weight = _weight(words)
    return (0, len(words), -weight) if weight >= _TELLING else (1, -weight, len(words))


@lru_cache(OFTEN)
def _weight(words: Words) -> int:
    """How much it says that a text holds one of these."""
    return min(map(_length, words), default=0)


def _length(word: str) -> int:
    """A word's length in half letters: single Latin letters and noughts stand everywhere."""
    if not word or " " in word or (len(word) == 1 and word.isascii() and word.isalnum()):
        return 0
    return 2 * len(word) - word.isascii()
