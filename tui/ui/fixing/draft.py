"""The new fields of a claim while they are being fixed; nothing here is decided yet."""

from decimal import Decimal

from tui.model import EDITABLE_FIELDS, Changes, Claim, FieldValue
from tui.ui.labels import CHOICES

NO_NUMBER = "no number"  # the doubt of a claim on words that spell none


class Draft:
    """A claim with some fields changed, and a way back for each change.

    ``new`` tells that the claim is yet to be added: then all of it counts, changed or not; and
    ``needs_value``, that nothing of what was selected is a number and none was given yet.
    """

    def __init__(self, claim: Claim, *, new: bool = False) -> None:
        self.base = claim
        self.new = new
        self.needs_value = new and NO_NUMBER in claim.doubts
        self._claims = [claim]

    @property
    def claim(self) -> Claim:
        """The claim as it would be saved now."""
        return self._claims[-1]

    def __getitem__(self, name: str) -> FieldValue:
        value: FieldValue = getattr(self.claim, name)
        return value

    def set(self, **fields: FieldValue) -> bool:
        """Give fields new values, as one step; says whether that changed anything."""
        self.needs_value = self.needs_value and "value" not in fields
        changes = Changes(**fields)  # type: ignore[arg-type]
        after = changes.applied_to(self.claim)
        if after == self.claim:
            return False
        self._claims.append(after)
        return True

    def replace(self, claim: Claim) -> bool:
        """Take all editable fields from ``claim``, as when the number's place was moved and read again."""
        return self.set(**{name: getattr(claim, name) for name in EDITABLE_FIELDS})

    def cycle(self, name: str, step: int = 1) -> None:
        """Go on to the next value of a closed field."""
        values = CHOICES[name]
        here = values.index(str(self[name])) if self[name] in values else -1
        self.set(**{name: values[(here + step) % len(values)]})

    def choose(self, name: str, number: int) -> bool:
        """Take the value of a closed field by its number, from 1; says whether there is one."""
        values = CHOICES[name]
        if not 1 <= number <= len(values):
            return False
        self.set(**{name: values[number - 1]})
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return len(self._claims) > 1

    def undo(self) -> bool:
        """Take back the last step; says whether there was one."""
        if not self.can_undo:
            return False
        self._claims.pop()
        return True

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the fields that differ from the claim's."""
        return tuple(name for name in EDITABLE_FIELDS if getattr(self.base, name) != self[name])

    @property
    def changes(self) -> Changes:
        """What a fix would set: only the fields that really differ."""
        return Changes(**{name: self[name] for name in self.changed})  # type: ignore[arg-type]


def written(value: FieldValue) -> str:
    """A field's value as it is typed: plain digits, a range as ``5..6``, empty for nothing."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "..".join(format(part, "f") for part in value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)
