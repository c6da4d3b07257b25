"""JSON Schemas of the rule files, so that an editor completes and checks them while they are written."""

from inspect import cleandoc
from typing import Any

import msgspec

from tui.extract.packs.schema import KINDS, PackInfo

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of rule file by its name, ``pack`` among them."""
    return {"pack": _schema("pack", PackInfo), **{name: _schema(name, kind) for name, kind in KINDS.items()}}


def _schema(name: str, kind: type[msgspec.Struct]) -> dict[str, Any]:
    """A rule file is a list of entries, or one entry alone."""
    (entry,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    for part in parts.values():
        if "description" in part:
            part["description"] = cleandoc(part["description"])
    forms = [entry] if name == "pack" else [{"type": "array", "items": entry}, entry]
    return {"$schema": DIALECT, "title": f"{name}.yaml", "anyOf": forms, "$defs": parts}
