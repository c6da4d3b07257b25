"""A second, blind look at a sample of what is decided."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.making import open_session, redated
from tui.model import Changes
from tui.workspace import WorkspaceError, begin_second, first_of, looks_at, resume, second_look


def decided(folder: Path) -> Path:
    with open_session(folder) as opened:
        ids = opened.review.claim_ids
        opened.review.accept(ids[:3])
        opened.review.reject(ids[3])
        opened.review.fix(ids[4], Changes(unit="job"))
    return opened.file.path


def test_the_sample_shows_nothing_of_what_was_decided(tmp_path: Path):
    path = decided(tmp_path)
    second = begin_second(path, 1.0)
    assert second.name == "work.again.yaml"
    assert (first_of(second), looks_at(path)) == (path, [second])
    with resume(second, reviewer="ann") as opened:
        review = opened.review
        assert len(review) == 5
        assert {review[name].verdict for name in review.claim_ids} == {"pending"}
        assert {review[name].claim.unit for name in review.claim_ids} == {"job", "%", "person"}
        assert review[review.claim_ids[4]].claim.unit == "person"


def test_a_share_of_the_decided_claims_is_taken_and_one_at_least(tmp_path: Path):
    path = decided(tmp_path)
    with resume(begin_second(path, 0.01), reviewer="ann") as opened:
        assert len(opened.review) == 1


def test_agreement_counts_the_claims_judged_as_before_and_names_the_others(tmp_path: Path):
    second = begin_second(decided(tmp_path), 1.0)
    with resume(second, reviewer="ann") as opened:
        ids = opened.review.claim_ids
        opened.review.accept(ids[:2])
        opened.review.reject(ids[2])
        opened.review.fix(ids[4], Changes(unit="post", value=Decimal(5200)))
    look = second_look(second)
    assert (look.first, look.second, look.left) == ("work", "work.again", 1)
    assert look.agreement.compared == 4
    assert look.agreement.share == pytest.approx(0.5)
    assert [(each.claim, each.fields) for each in look.agreement.differences] == [
        *((ids[2], ()), (ids[4], ("unit",)))
    ]


def test_a_look_that_was_begun_goes_on_and_a_finished_one_is_followed_by_another(tmp_path: Path):
    path = decided(tmp_path)
    second = begin_second(path, 0.5)
    assert begin_second(path, 0.5) == second
    with resume(second, reviewer="ann") as opened:
        opened.review.accept(opened.review.claim_ids)
    third = begin_second(path, 0.5)
    assert third.name == "work.again2.yaml"
    assert looks_at(path) == [second, third]


def test_reading_an_article_again_brings_nothing_into_the_sample(tmp_path: Path):
    path = decided(tmp_path)
    with resume(begin_second(path, 1.0), reviewer="ann") as opened:
        ids, article = opened.review.claim_ids, opened.review.articles[0]
        assert redated(opened, article, "2024-02-01").new == ()
        assert opened.extract_again([]).new == ()
        assert set(opened.review.claim_ids) <= set(ids)
    with resume(path, reviewer="ann") as opened:
        assert redated(opened, article, "2024-02-01").new


def test_there_is_nothing_to_look_at_again_before_anything_is_decided(tmp_path: Path):
    with open_session(tmp_path) as opened:
        path = opened.file.path
    with pytest.raises(WorkspaceError, match="nothing is decided"):
        begin_second(path, 0.5)
    assert first_of(path) is None
    with pytest.raises(WorkspaceError, match="no second look"):
        second_look(path)
