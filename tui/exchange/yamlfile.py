"""YAML: a list with one mapping per row, written by a safe dumper."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TextIO

import yaml

from tui.exchange.rows import Row, plain_number

try:  # ten times as fast, where PyYAML was built with it
    from yaml import CSafeDumper as SafeDumper
except ImportError:  # pragma: no cover
    from yaml import SafeDumper  # type: ignore[assignment]

WIDTH = 100
EMPTY = "[]\n"


class Dumper(SafeDumper):
    """A safe dumper that writes decimals as plain numbers and repeats no row by reference."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  (the dumper's own signature)
        """Write equal values out each time."""
        return True

    def represent_number(self, value: Decimal) -> yaml.ScalarNode:
        """The number exactly, as YAML's int or float."""
        text = plain_number(value)
        return self.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)

    def represent_numbers(self, value: list[object]) -> yaml.SequenceNode:
        """A range or a list of doubts, on one line."""
        return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)


Dumper.add_representer(Decimal, Dumper.represent_number)
Dumper.add_representer(list, Dumper.represent_numbers)


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Write the rows as a YAML list, each as soon as it comes."""
    empty = True
    for row in rows:
        empty = False
        text = yaml.dump(row, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
        lines = text.rstrip("\n").split("\n")
        stream.write("- " + "\n  ".join(lines) + "\n")
    if empty:
        stream.write(EMPTY)
