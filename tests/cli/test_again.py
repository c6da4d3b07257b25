"""A second look at a session, and what looks wrong in it, from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.model import Changes
from tui.review.pace import HASTY_MS
from tui.workspace import begin_second, resume, session_path


def test_status_tells_how_the_second_look_agrees(run: Run, session: str) -> None:
    second = begin_second(session_path(session), 1.0)
    with resume(second, reviewer="ann") as opened:
        first, other = opened.review.claim_ids
        opened.review.accept(first)
    assert "work.again: 1 of 1 judged as in work (100%); 1 claim left to judge" in run("status").out
    with resume(second, reviewer="ann") as opened:
        opened.review.accept(other)
    assert "work.again: 1 of 2 judged as in work (50%)\n" in run("status", "work.again").out


@pytest.mark.parametrize("share", ["0", "101%", "many", "-5%"])
def test_a_share_that_is_none_is_refused(run: Run, session: str, share: str) -> None:
    done = run("review", "--again", share, session)
    assert done.status == 2
    assert "write it like 5%" in done.err[0]


def test_a_second_look_needs_a_session_and_a_first_look_needs_paths(run: Run, session: str) -> None:
    assert "nope.yaml" in run("review", "--again", "5%", "nope").err[0]
    done = run("review")
    assert done.status == 2
    assert "PATH" in done.err[0]


def test_status_tells_of_haste(run: Run, session: str) -> None:
    with resume(session_path(session), reviewer="ann") as opened:
        review = opened.review
        for _each in range(9):
            review.accept(review.claim_ids[0], ms=HASTY_MS - 1)
    done = run("status", session)
    assert "9 claims accepted in under half a second each, in 1 streak" in done.out
    assert "factdesk review --again 5% work" in done.out


def test_check_tells_what_looks_wrong_with_claims_and_is_content_with_the_session(
    run: Run, session: str
) -> None:
    with resume(session_path(session), reviewer="ann") as opened:
        claim_id = opened.review.claim_ids[2]
        claim = opened.review[claim_id].claim
        place = f"news/b.txt:{claim.start}-{claim.end}: "
        opened.review.fix(claim_id, Changes(subject=""))
    done = run("check", session)
    assert done.status == 0
    (line,) = (line for line in done.out.splitlines() if "what is measured is empty" in line)
    assert line.startswith(place)
    assert done.out.rstrip().endswith("to look at again")
    assert Path("news/a.txt").exists()
