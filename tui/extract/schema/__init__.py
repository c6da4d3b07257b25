"""The kinds of rule files: each kind is a file name under ``rules/`` and a record for its entries."""

from tui.extract.schema.base import PackInfo, Rule

# File stem -> record. A file may be split by topic behind a dash: counters.yaml, counters-health.yaml.
KINDS: dict[str, type[Rule]] = {}

__all__ = ["KINDS", "PackInfo", "Rule"]
