"""Reads YAML as people write it: ``no``, ``on`` and ``off`` are words, truth is ``true`` or ``false``."""

import re
from typing import Any, ClassVar

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"


class Loader(_Base):  # type: ignore[misc]
    """A safe loader with the truth values of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[Any, Any]] = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag != _BOOL]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


Loader.add_implicit_resolver(_BOOL, re.compile("true|false"), list("tf"))
