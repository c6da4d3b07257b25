"""What every entry of a rule file has in common."""

from tui.model.rule import PackInfo, Rule

__all__ = ["PackInfo", "Rule"]
