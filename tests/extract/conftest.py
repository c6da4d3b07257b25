"""What the tests of extraction share."""

import pytest

from tests.extract import drafting
from tui.extract.packs.rules import RuleSet


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    """The built-in rules, read and compiled once for all tests of a process."""
    return drafting.rules()
