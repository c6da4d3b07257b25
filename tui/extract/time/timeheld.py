"""What is carried along with the time in force, from sentence to sentence."""

from dataclasses import dataclass

from tui.extract.document import Dated, Draft, Sentence
from tui.extract.time.timereach import Reach
from tui.extract.time.timescene import Scene
from tui.model.edtf import parse_period

# The roles of lines round the text.
HEADS = frozenset({"title", "heading", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Held:
    """A time in force, the last paragraph that told it or went on with it, and the place it was told of.

    One told in a ``long`` paragraph ends with that; ``day`` is one that the text tells of, no dateline.
    """

    mention: Dated
    paragraph: int
    place: str = ""
    long: bool = False
    day: bool = False


@dataclass(slots=True)
class Plan:
    """A time to come, which beyond its sentence is that of planned numbers only.

    It was ``told_in`` one paragraph, and the last one that went on with it is ``paragraph``; one that
    ``leads`` has no number before it in its clause.
    """

    mention: Dated
    told_in: int
    paragraph: int
    leads: bool


@dataclass(slots=True)
class Beside:
    """Times that are those of some numbers only, whatever is in force.

    ``told`` is the time of the last amount of the sentence before, and ``part`` the same where parts of that
    amount are told of. Figures in brackets are for ``bracketed``: "September figures in brackets".
    """

    told: Dated | None = None
    part: Dated | None = None
    bracketed: Dated | None = None

    def enter(self, scene: Scene) -> None:
        """Let parts be of the time of what they are parts of: "Forty of them were men"."""
        self.part = self.told if scene.reach.aside.match(scene.sentence.text) else None

    def leave(self, scene: Scene) -> None:
        """Take over the times of a sentence's last amount, and of figures in brackets."""
        self.told = _told(scene)
        self.bracketed = next((m for m in scene.times if m.kind == "bracket"), self.bracketed)

    def of(self, draft: Draft, scene: Scene) -> Dated | None:
        """The time of a number in brackets or of a part."""
        if self.bracketed is not None and scene.is_bracketed_alone(draft):
            return self.bracketed
        return self.part


@dataclass(slots=True)
class Course:
    """How far the text has come: the paragraph ``seen`` last, and whether it has ``begun`` or is ``listing``.

    ``item`` is the paragraph of a numbered item or another topic, whose times are its own.
    """

    seen: int = -1
    item: int = -1
    begun: bool = False
    listing: bool = False

    def enter(self, sentence: Sentence, reach: Reach) -> None:
        """Note what a sentence begins."""
        if sentence.role not in HEADS and reach.topic.match(sentence.text):
            self.item = sentence.paragraph
        self.begun = self.begun or sentence.role == "body"


def _told(scene: Scene) -> Dated | None:
    """The time of the last amount of a sentence, as one that governs; but none that is only compared with."""
    amounts = (d for d in reversed(scene.drafts) if d.fields.get("measure") == "level")
    amount = next((d for d in amounts if d.start not in scene.owned), None)
    period = amount.fields.get("period") if amount else None
    if amount is None or not period:
        return None
    return Dated(amount.start, amount.end, amount.why["period"][0], "time", period=parse_period(period))


def is_elsewhere(held: Held, scene: Scene, place: str, home: str) -> bool:
    """Whether a sentence turns to another place than that of the time in force, and not to the home."""
    if not scene.reach.by_place or not place or not held.place or same_place(place, held.place):
        return False
    # "Among them, A and B ... respectively" tells of parts of what was told before.
    parts = scene.reach.aside.match(scene.sentence.text) is not None
    return not parts and not (home and same_place(place, home))


def same_place(one: str, other: str) -> bool:
    """Whether one name is the other or a part of it, as Linping is of Linping District."""
    return one in other or other in one
