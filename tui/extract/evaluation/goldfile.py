"""Reads gold: ``NAME.gold.jsonl`` beside the article it annotates."""

from pathlib import Path

import msgspec

from tui.extract.evaluation.evaluate import GoldClaim

ENDING = ".gold.jsonl"
ARTICLES = (".txt", ".md", ".text")
MAX_BYTES = 100_000_000

_DECODER = msgspec.json.Decoder(GoldClaim)


class GoldError(ValueError):
    """Gold that can't be read: the message names file, line and what is wrong."""


def gold_files(folder: Path) -> dict[str, tuple[Path, Path]]:
    """The gold files of a folder with their articles, by name. Raises GoldError if one has no article."""
    found = {}
    for gold in sorted(folder.glob(f"*{ENDING}")):
        name = gold.name.removesuffix(ENDING)
        article = next((path for end in ARTICLES if (path := folder / f"{name}{end}").is_file()), None)
        if article is None:
            raise GoldError(f"{gold}: its article {name}{ARTICLES[0]} is not beside it")
        found[name] = gold, article
    if not found:
        raise GoldError(f"{folder}: there is no gold here: no file ends in {ENDING}")
    return found


def read_gold(path: Path) -> list[GoldClaim]:
    """The claims of a gold file. Raises GoldError."""
    claims = []
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise GoldError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    if len(content) > MAX_BYTES:
        raise GoldError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB, which is no sensible size for it")
    for number, line in enumerate(content.splitlines(), 1):
        if line.strip():
            try:
                claims.append(_DECODER.decode(line))
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise GoldError(f"{path}:{number}: {error}") from None
    return claims
