"""The catalogue of the desk's texts: what the code asks for, what the files hold.

usage: python -m tests.tools.catalogue

Writes ``tui/locale/factdesk.pot`` anew, merges it into every language's ``.po`` and compiles their ``.mo``.
What is not yet translated is named; the tests refuse it.
"""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "tui" / "locale"
POT = LOCALE / "factdesk.pot"
# ``Told`` is a sentence of the parts below the desk, which know no language.
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "Told": None}

# Or a file would differ every time that it is compiled.
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)
# Lines of a header that say nothing, or something else each time.
UNSAID = (
    *('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator', '"Language-Team'),
    *('"Report-Msgid', '"Project-Id'),
)


def asked_for() -> Catalog:
    """Every text that the code of the desk asks for."""
    catalogue = Catalog(project="Factdesk", charset="utf-8", fuzzy=False)
    for _name, _line, message, comments, context in extract_from_dir(
        ROOT / "tui", [("**.py", "python")], keywords=KEYWORDS
    ):
        catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def languages() -> list[Path]:
    """The ``.po`` file of each language."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/factdesk.po"))


def read(path: Path) -> Catalog:
    """One catalogue file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name if path.suffix == ".po" else None)


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as programs read it."""
    stream = io.BytesIO()
    catalogue.creation_date = catalogue.revision_date = UNDATED
    write_mo(stream, catalogue)
    return stream.getvalue()


def _write(path: Path, catalogue: Catalog) -> None:
    stream = io.BytesIO()
    catalogue.header_comment = "# The texts of the desk."
    write_po(stream, catalogue, width=100, sort_output=True, omit_header=False, ignore_obsolete=True)
    lines = stream.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(UNSAID)), encoding="utf-8")


def main() -> None:
    """Bring all catalogue files up to date."""
    template = asked_for()
    _write(POT, template)
    for path in languages():
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        _write(path, catalogue)
        path.with_suffix(".mo").write_bytes(compiled(read(path)))
        missing = [str(message.id) for message in catalogue if message.id and not message.string]
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {len(missing)} without translation")
        for each in missing:
            print(f"  {each}")


if __name__ == "__main__":
    main()
