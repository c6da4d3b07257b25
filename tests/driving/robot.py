"""The robot reviewer: with gold in hand it drives the real desk by keys alone and counts them."""

from tests.driving.gold import Gold, pair
from tests.driving.wire import Typist
from tui.model import Claim, FieldValue
from tui.review import Review
from tui.ui.app import DeskApp
from tui.ui.fixing.draft import written
from tui.ui.labels import CHOICES, FIELD_LETTERS
from tui.ui.reviewing.fixing import ONLY
from tui.ui.reviewing.offering import IN_WORDS
from tui.ui.reviewing.screen import ReviewScreen

# Moved first, since the other fields are read anew from the number's new place.
ENDS = ("start", "end")
FIRST_WIDE = "\u2e80"  # where the characters of Chinese begin
PATIENCE = 400  # jumps from number to number before one counts as out of reach


class Robot:
    """Decides every claim one by one: no ranges, no counts, nothing it has not looked at.

    ``golds`` are the right claims of each article by its id; an article without gold is skipped over.
    """

    def __init__(self, app: DeskApp, golds: dict[str, list[Gold]]) -> None:
        self.app = app
        self.hands = Typist(app)
        self.golds = golds
        self.paired: dict[str, Gold] = {}
        for article_id, right in golds.items():
            claims = [self.review[name].claim for name in self.review.of_article(article_id)]
            self.paired |= pair(right, claims)

    @property
    def screen(self) -> ReviewScreen:
        """The review screen."""
        screen = self.app.screen
        assert isinstance(screen, ReviewScreen)
        return screen

    @property
    def review(self) -> Review:
        """The state of the session, looked at but never touched."""
        return next(s for s in self.app.screen_stack if isinstance(s, ReviewScreen)).desk.review

    async def run(self) -> None:
        """Decide everything that is pending, then add what is missing."""
        while self.review.next_pending(None) is not None:
            current = self.screen.current
            if current is not None and self.review[current].verdict == "pending":
                await self.decide(current)
            else:
                await self.hands.press("p")
        missing = [
            (article_id, gold)
            for article_id, golds in self.golds.items()
            for gold in golds
            if gold not in self.paired.values()
        ]
        for article_id, gold in missing:
            await self.add(article_id, gold)

    async def decide(self, claim_id: str) -> None:
        """Accept, fix or reject the current claim."""
        gold = self.paired.get(claim_id)
        if gold is None:
            await self.hands.press("r")
        elif not gold.wrong_fields(self.review[claim_id].claim):
            await self.hands.press("a")
        else:
            await self.fix(gold, gold.wrong_fields(self.review[claim_id].claim))
            await self.same_fix_again()
        await self.hands.settle(lambda: self.review[claim_id].verdict != "pending")

    async def same_fix_again(self) -> None:
        """Make the fix again as long as the next claim like it needs just that."""
        while next_like := self.screen.fixing.next_like():
            like, changes = next_like
            gold = self.paired.get(like)
            if gold is None or gold.wrong_fields(changes.applied_to(self.review[like].claim)):
                return
            await self.hands.press("=")
            assert self.review[like].verdict == "fixed"

    async def fix(self, gold: Gold, wrong: list[str]) -> None:
        """Fix one field by its own key where it has one, else open the form."""
        if len(wrong) == 1 and wrong[0] in ONLY:
            await self.hands.press(FIELD_LETTERS[wrong[0]])
            if await self._enter(wrong[0], gold.right[wrong[0]], last=True):
                return
        else:
            await self.hands.press("f")
        if self.screen.fixing.draft is not None:
            await self.fill(gold)

    async def fill(self, gold: Gold) -> None:
        """Correct the open form field by field and save it."""
        await self._move_ends(gold)
        while wrong := [name for name in gold.wrong_fields(self.draft) if name not in ENDS]:
            if await self._correct(wrong[0], gold, last=len(wrong) == 1):
                return
        await self.hands.press("enter")

    @property
    def draft(self) -> Claim:
        """What the form holds now."""
        draft = self.screen.fixing.draft
        assert draft is not None, f"no form is open after {self.hands.log[-5:]}"
        return draft.claim

    async def _move_ends(self, gold: Gold) -> None:
        for name, (back, on) in {"start": ("[", "{"), "end": ("}", "]")}.items():
            while step := gold.right[name][0] - getattr(self.draft, name):
                await self.hands.press(on if step > 0 else back)

    async def _correct(self, name: str, gold: Gold, *, last: bool) -> bool:
        """Give one field a right value; true if that saved the form."""
        right = gold.right[name]
        if name in CHOICES:
            values = CHOICES[name]
            steps = (values.index(str(right[0])) - values.index(str(getattr(self.draft, name)))) % len(values)
            first = FIELD_LETTERS[name]
            if steps <= 2:
                await self.hands.press(*[first] * steps)
            else:
                await self.hands.press(first, str(values.index(str(right[0])) + 1))
            return False
        await self.hands.press(FIELD_LETTERS[name])
        return await self._enter(name, right, last=last)

    async def _enter(self, name: str, right: tuple[FieldValue, ...], *, last: bool) -> bool:
        """Take a suggestion as soon as a right one is offered, else type the shortest right value."""
        if await self._pick(right):
            return self.screen.fixing.draft is None
        text = self._shortest(name, right)
        if not text:
            await self.hands.press("backspace")
        for typed, character in enumerate(text):
            # A Chinese character takes an input method and more than a key: there labels come first.
            if name in IN_WORDS and typed == (character < FIRST_WIDE) and await self._by_words(right):
                return self.screen.fixing.draft is None
            await self.hands.press(character)
            if await self._pick(right):
                return self.screen.fixing.draft is None
        await self.hands.press("enter" if last else "tab")
        return last

    async def _by_words(self, right: tuple[FieldValue, ...]) -> bool:
        """Choose a right value by the labels of its first and last word, if it stands in the sentence."""
        article = self.screen.article
        assert article is not None
        low, high = self.screen.desk.sentence(article, self.draft)
        sentence = " ".join(article.text[low:high].split())
        if not any(value and str(value) in sentence for value in right):
            return False
        await self.hands.press("ctrl+t")
        words = self.screen.fixing.words
        assert words is not None
        labels = [label for label, _word in words.labelled()]
        for first in range(len(labels)):
            for last in range(first, len(labels)):
                if words.phrase(first, last) in right:
                    await self.hands.press(labels[first], labels[last])
                    return True
        await self.hands.press("escape")
        return False

    def _shortest(self, name: str, right: tuple[FieldValue, ...]) -> str:
        """The right value to type: one in the words beside the claim, which are offered, or the shortest."""
        article = self.screen.article
        assert article is not None
        low, high = self.screen.desk.around(article, self.draft)
        nearby = " ".join(article.text[low:high].split())
        texts = [written(value) for value in right]
        return min(texts, key=lambda text: (name in {"subject", "place"} and text not in nearby, len(text)))

    async def _pick(self, right: tuple[FieldValue, ...]) -> bool:
        """Take a right suggestion if that is one key away: by its label, or by tab."""
        fixing = self.screen.fixing
        field = self.screen.fix_form.field
        for at, value in enumerate(fixing.suggestions):
            label = field.labels[at : at + 1]
            if value in right and label and fixing.labelled(label) == at:
                await self.hands.press(label)
                return True
        if (
            fixing.suggestions
            and fixing.suggestions[fixing._tab_takes()] in right
            and fixing._tab_takes() >= 0
        ):
            await self.hands.press("tab")
            return True
        return False

    async def add(self, article_id: str, gold: Gold) -> None:
        """Jump to the missing number, or search for it where no jump leads, and add it."""
        await self._go_to_article(article_id)
        article = self.review.article(article_id)
        if any(
            start < gold.end and gold.start < end for start, end in self.screen.desk.reading(article).numbers
        ):
            keys = ["u"]
        else:
            await self.hands.press("/", *article.text[gold.start : gold.end], "enter")
            keys = [">"]
        for _try in range(PATIENCE):
            selection = self.screen.article_view.selection
            if selection and selection[0] < gold.end and gold.start < selection[1]:
                await self.hands.press("+")
                await self.fill(gold)
                return
            await self.hands.press(*keys)
        raise AssertionError(f"no way to the number at {gold.start}-{gold.end}")

    async def _go_to_article(self, article_id: str) -> None:
        ids = [article.id for article in self.review.articles]
        while (step := ids.index(article_id) - ids.index(self.screen.article_id or ids[0])) != 0:
            await self.hands.press("J" if step > 0 else "K")
