"""Made-up articles and claims of any size, the same every time."""

from decimal import Decimal

from tui.model import Claim

_SENTENCES = (
    "{n} new jobs were created in the river towns, up {p}% from a year earlier. ",
    "全市新增岗位{n}个，同比增长{p}%，其中“青年专项”培训{m}人次。",
    "The fund paid {n} yuan to {m} households; about {p}% of them live in the hills. ",
    "（本报讯）今年以来，城西新区共有{n}户居民参保，参保率达{p}%……比去年同期提高。",
)
_UNITS = ("job", "%", "person-time", "CNY", "household")
_STATES = ("pending", "pending", "accepted", "pending", "fixed", "rejected", "skipped")


def article(claims: int, characters: int, first: int = 0) -> tuple[str, list[Claim]]:
    """A text of about ``characters`` characters in both languages, and ``claims`` claims on its numbers.

    ``first`` is the number of its first sentence: with another one it is another text.
    """
    pieces: list[str] = []
    made: list[Claim] = []
    length, n = 0, first
    while length < characters or len(made) < claims:
        pattern = _SENTENCES[n % 4 if n % 16 < 12 else (n // 16) % 2 * 2]
        numbers = {
            "n": f"{(n * 7919) % 90000 + 1000:,}",
            "p": f"{n % 97}.{n % 10}",
            "m": str(n * 31 % 5000 + 2),
        }
        text = pattern.format(**numbers)
        if n % 12 == 11:
            text += "\n\n"
        for key, number in numbers.items():
            if len(made) < claims and "{" + key + "}" in pattern:
                made.append(_claim(length + text.index(number), number, key, len(made), pattern))
        pieces.append(text)
        length += len(text)
        n += 1
    return "".join(pieces), made


def _claim(start: int, number: str, key: str, n: int, pattern: str) -> Claim:
    percent = key == "p"
    chinese = pattern > "z"
    return Claim(
        id=f"sample:{start}",
        article="sample",
        start=start,
        end=start + len(number) + percent,
        value=Decimal(number.replace(",", "")),
        unit="%" if percent else _UNITS[n % 5],
        bound="about" if n % 9 == 4 else "over" if n % 13 == 6 else "exact",
        measure="growth" if percent else "level",
        subject="新增岗位" if chinese else "new jobs in the river towns",
        place="城西新区" if chinese else "river towns",
        period="2025-01/2025-06" if n % 3 else "2025",
        status="planned" if n % 11 == 5 else "actual",
        confidence=0.55 + (n * 37 % 45) / 100,
        doubts=("no time is stated near it",) if n % 7 == 2 else (),
        why={"value": "zh.numeral.digits" if chinese else "en.numeral.digits", "unit": "counter.job"},
    )


def state(n: int) -> str:
    """A state for the n-th claim, so that all of them occur."""
    return _STATES[n % 7]
