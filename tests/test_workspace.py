"""Sessions over real files: start, join, leave early, resume, list."""

import errno
import json
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.review.making import session_of
from tests.ui.making import redated
from tui import workspace
from tui.articles import article_from_text
from tui.extract import extract, load_rules
from tui.model import Changes, Decision, View
from tui.model.telling import Told
from tui.review import ReviewError
from tui.storage import DamagedError, SessionFile, StorageError, recent
from tui.workspace import (
    WorkspaceError,
    begin_second,
    info_of,
    intake,
    list_sessions,
    name_for,
    resume,
    review_of,
    session_path,
    start,
)

ENGLISH = "Harbour Town News 2024-05-06\nHarbour Town hired {n} nurses in 2023, up {n}.5% from 2022.\n"
CHINESE = "海港市日报 2024-05-06\n海港市2023年新增就业{n}人,同比增长{n}.5%。\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of one's own, with a state folder that isn't the developer's."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def in_background(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Even small articles go to worker processes."""
    monkeypatch.setattr("tui.workspace.desk.AT_ONCE_BYTES", 0)
    yield
    for child in multiprocessing.active_children():
        child.join(10)


def news(folder: str, count: int, first: int = 0) -> Path:
    place = Path(folder)
    place.mkdir(exist_ok=True)
    for n in range(first, first + count):
        text = (ENGLISH if n % 2 else CHINESE).format(n=100 + n)
        (place / f"{n:03}.txt").write_text(text, "utf-8")
    return place


def finish(opened: workspace.OpenSession) -> None:
    while opened.left:
        opened.join_ready(wait=True)


def test_a_session_starts_with_articles_and_claims_and_goes_on_where_it_was() -> None:
    news("news", 2)
    with start(["news"], reviewer="ann") as opened:
        assert opened.file.path == Path("sessions/news.yaml").absolute()
        assert [article.path for article in opened.review.articles] == ["news/000.txt", "news/001.txt"]
        ids = list(opened.review.claim_ids)
        assert len(ids) >= 4
        opened.review.accept(ids[0])
        opened.save_view(View(claim=ids[1], scroll=3))
    with start(["news"], reviewer="ann") as again:
        assert again.review.claim_ids == ids
        assert again.review[ids[0]].verdict == "accepted"
        assert again.view == View(claim=ids[1], scroll=3)
        assert again.review.can_undo


def test_new_files_join_and_known_articles_are_not_doubled() -> None:
    news("news", 2)
    start(["news"], reviewer="ann").close()
    news("news", 1, first=2)
    Path("copy.txt").write_bytes(Path("news/000.txt").read_bytes())
    with start(["news", "copy.txt"], reviewer="ann", session="news") as opened:
        paths = [article.path for article in opened.review.articles]
    assert paths == ["news/000.txt", "news/001.txt", "news/002.txt"]
    with resume(Path("sessions/news.yaml"), reviewer="ann") as opened:
        assert len(opened.review.articles) == 3
        assert opened.left == 0


def test_files_that_give_no_article_are_told_and_the_others_go_on() -> None:
    place = news("news", 1)
    (place / "empty.txt").write_bytes(b"")
    (place / "binary.txt").write_bytes(bytes(range(256)) * 20)
    with start(["news", "nowhere.txt"], reviewer="ann", session="s") as opened:
        assert len(opened.review.articles) == 1
        assert sorted(problem.path for problem in opened.problems) == [
            "news/binary.txt",
            "news/empty.txt",
            "nowhere.txt",
        ]


def unread(path: Path) -> list[tuple[str, str]]:
    with SessionFile.open(path, read_only=True) as file:
        return [(each.path, each.told) for each in file.unread]


def test_what_could_not_be_read_stays_in_the_session_until_it_is_read_or_gone() -> None:
    place = news("news", 1)
    (place / "empty.txt").write_bytes(b"")
    (place / "rows.jsonl").write_text(json.dumps({"id": "a", "text": ENGLISH.format(n=7)}) + "\n{\n")
    with start(["news", "news/rows.jsonl", "nowhere.txt"], reviewer="ann", session="s") as opened:
        path = opened.file.path
        assert len(opened.review.articles) == 2
    told = unread(path)
    assert [each for each, _why in told] == ["nowhere.txt", "news/empty.txt", "news/rows.jsonl"]
    assert told[1][1] == "empty: there is no text in it"
    assert told[2][1].startswith("line 2: not valid JSON: ")
    with resume(path, reviewer="ann") as opened:
        opened.review.accept(opened.review.claim_ids[0])
    assert unread(path) == told
    assert info_of(path).unread == 3
    with start(["news"], reviewer="ann", session="s"):
        pass
    assert unread(path) == [told[2], told[1]]
    (place / "empty.txt").write_text(ENGLISH.format(n=12), "utf-8")
    (place / "rows.jsonl").unlink()
    with start(["news"], reviewer="ann", session="s") as opened:
        assert len(opened.review.articles) == 3
    assert unread(path) == []
    assert b"unread" not in path.read_bytes()


@pytest.mark.usefixtures("in_background")
def test_what_could_not_be_read_is_kept_when_the_machine_stops() -> None:
    place = news("news", 5)
    (place / "000.txt").write_bytes(b"")
    opened = start(["news"], reviewer="ann")
    finish(opened)
    opened.file.leave()
    with resume(opened.file.path, reviewer="ann") as again:
        assert [each.path for each in again.file.unread] == ["news/000.txt"]
        assert len(again.review.articles) == 4


@pytest.mark.parametrize("paths", [["nowhere"], ["empty.txt"], []])
def test_nothing_to_review_leaves_no_session_behind(paths: list[str]) -> None:
    Path("empty.txt").write_bytes(b"")
    with pytest.raises(WorkspaceError, match=r"no such file|empty|no article"):
        start(paths, reviewer="ann", session="s")
    assert list_sessions() == []


@pytest.mark.usefixtures("in_background")
def test_the_first_article_is_there_at_once_and_the_others_join_in_order() -> None:
    news("news", 11)
    with start(["news"], reviewer="ann") as opened:
        assert len(opened.review.articles) == 1
        assert opened.left == 10
        opened.review.accept(opened.review.claim_ids[0])
        finish(opened)
        assert [article.path for article in opened.review.articles] == [f"news/{n:03}.txt" for n in range(11)]
        rules = load_rules()
        for article in opened.review.articles:
            expected = [claim.id for claim in extract(article, rules)]
            assert opened.review.of_article(article.id) == expected
        assert opened.review.progress().accepted == 1
        live = list(opened.review.claim_ids)
    with resume(opened.file.path, reviewer="ann") as again:
        assert again.review.claim_ids == live


@pytest.mark.usefixtures("in_background")
def test_files_without_text_before_the_first_article_wait_for_no_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    news("news", 5)
    for name in ("000", "001"):
        Path(f"news/{name}.txt").write_bytes(b"")
    here = []

    class Seen(intake.Intake):
        def __init__(self, paths: Sequence[str], *args: Any) -> None:
            here.extend(paths[: args[2]])
            super().__init__(paths, *args)

    monkeypatch.setattr("tui.workspace.desk.Intake", Seen)
    with start(["news"], reviewer="ann", wait=False) as opened:
        opened.begin_intake(wait=False)
        finish(opened)
        assert here == [f"news/00{number}.txt" for number in range(3)]
        assert len(opened.review.articles) == 3


@pytest.mark.usefixtures("in_background")
def test_articles_that_could_not_be_written_join_when_there_is_room_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    news("news", 11)

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with start(["news"], reviewer="ann") as opened:
        with monkeypatch.context() as patch:
            patch.setattr("tui.storage.journal.write_all", full)
            for _batch in range(2):
                with pytest.raises(StorageError, match="no space left on device"):
                    opened.join_ready(wait=True)
        assert (len(opened.review.articles), opened.left) == (1, 10)
        finish(opened)
        assert [article.path for article in opened.review.articles] == [f"news/{n:03}.txt" for n in range(11)]


def test_leaving_closes_the_session_where_the_place_can_not_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    news("news", 1)
    opened = start(["news"], reviewer="ann")
    opened.review.accept(opened.review.claim_ids[0])

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("tui.storage.disk.write_all", full)
        patch.setattr("tui.storage.journal.write_all", full)
        with pytest.raises(StorageError, match="no space left on device; your decisions are kept"):
            opened.close(View(scroll=9))
    opened.close()
    with resume(opened.file.path, reviewer="ann") as again:
        assert not again.read_only
        assert again.review.progress().accepted == 1


@pytest.mark.usefixtures("in_background")
def test_leaving_early_loses_nothing() -> None:
    news("news", 9)
    opened = start(["news"], reviewer="ann")
    assert opened.left == 8
    opened.close()
    assert info_of(opened.file.path).waiting == 8
    with resume(opened.file.path, reviewer="ann") as again:
        finish(again)
        assert len(again.review.articles) == 9
        assert [article.path for article in again.review.articles] == [f"news/{n:03}.txt" for n in range(9)]


@pytest.mark.usefixtures("in_background")
def test_what_is_dropped_by_leaving_says_nothing_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    news("news", 40)
    before = set(threading.enumerate())
    start(["news"], reviewer="ann").close()
    for thread in set(threading.enumerate()) - before:
        thread.join(60)
    assert said == []


@pytest.mark.usefixtures("in_background")
def test_leaving_does_not_wait_for_an_article_that_is_being_read() -> None:
    place = news("news", 1)
    (place / "long.txt").write_text(ENGLISH.format(n=7) * 100_000, "utf-8")
    opened = start(["news"], reviewer="ann")
    workers = multiprocessing.active_children()
    assert workers
    assert opened._intake is not None
    (_paths, task) = opened._intake._tasks[0]
    while not task.running():
        time.sleep(0.01)
    opened.close()
    assert info_of(opened.file.path).waiting == 1
    ends = time.monotonic() + 20  # reading it takes minutes
    # A thread of the pool collects them too; who is late asks again.
    while any(worker.is_alive() for worker in workers) and time.monotonic() < ends:
        time.sleep(0.01)
    assert not any(worker.is_alive() for worker in workers)


def test_work_in_the_background_ends_with_the_program() -> None:
    endless = (
        "from threading import Event; from tui.workspace.background import in_background\n"
        "first, endless, never = in_background([lambda: 1, Event().wait, lambda: 2])\n"
        "print(first.result(), endless.done(), never.cancel())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", endless], check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 False True\n", "")


@pytest.mark.usefixtures("in_background")
def test_killed_workers_are_replaced_and_no_file_vanishes_in_silence() -> None:
    count = 1 + 5 * intake.BATCH  # the first is read here, before there are workers
    news("news", count)
    with start(["news"], reviewer="ann") as opened:
        for _times in range(2):
            for child in multiprocessing.active_children():
                child.kill()
            while opened.left and not opened.join_ready(wait=True).articles:
                pass
        finish(opened)
        told = {problem.path for problem in opened.problems}
        read = {article.path for article in opened.review.articles}
        assert read | told == {f"news/{n:03}.txt" for n in range(count)}
        assert not read & told
        assert len(told) <= 2 * intake.BATCH, "only what the dead workers were reading is given up"
        assert all("died" in problem.message for problem in opened.problems)


@pytest.mark.usefixtures("in_background")
def test_workers_that_always_die_are_not_replaced_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    started = 0
    start_workers = intake.Intake._start

    def dying(self: intake.Intake) -> None:
        nonlocal started
        start_workers(self)
        started += bool(self._tasks)
        for child in multiprocessing.active_children():
            child.kill()

    monkeypatch.setattr(intake.Intake, "_start", dying)
    news("news", 1 + 5 * intake.BATCH)
    with start(["news"], reviewer="ann") as opened:
        finish(opened)
        assert len(opened.problems) == 5 * intake.BATCH
    assert started == 2


KILLED = """
import os, signal, sys
import tui.workspace.desk
tui.workspace.desk.AT_ONCE_BYTES = 0
if __name__ == "__main__":
    opened = tui.workspace.start(["news"], reviewer="ann")
    opened.review.accept(opened.review.claim_ids[0])
    opened.join_ready(wait=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_kill_9_while_articles_come_in_loses_nothing() -> None:
    news("news", 9)
    Path("killed.py").write_text(KILLED)
    done = subprocess.run([sys.executable, "killed.py"], check=False, env={**os.environ}, timeout=60)
    assert done.returncode == -9
    with resume(Path("sessions/news.yaml"), reviewer="ann") as opened:
        assert not opened.read_only
        assert any("came from its journal" in notice for notice in opened.notices)
        finish(opened)
        assert [article.path for article in opened.review.articles] == [f"news/{n:03}.txt" for n in range(9)]
        assert opened.review.progress().accepted == 1


def test_waiting_files_are_found_from_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    news("news", 1)
    start(["news"], reviewer="ann").close()
    news("news", 1, first=1)
    with SessionFile.open(tmp_path / "sessions/news.yaml") as file:
        file.set_waiting(["news/001.txt"])
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    with resume(tmp_path / "sessions/news.yaml", reviewer="ann") as opened:
        assert len(opened.review.articles) == 2
        assert opened.problems == []


def test_a_session_open_elsewhere_is_read_only_and_says_by_whom() -> None:
    news("news", 1)
    with start(["news"], reviewer="ann") as first:
        first.review.accept(first.review.claim_ids[0])
        with start(["news"], reviewer="bob") as second:
            assert second.read_only
            assert f"process {os.getpid()}" in str(second.refused)
            assert second.review.progress().accepted == 1
            second.save_view(View(scroll=9))
            with pytest.raises(StorageError, match="read only"):
                second.review.accept(second.review.claim_ids[1])
            assert second.review.progress().accepted == 1
        info = info_of(first.file.path)
        assert info.holder is not None
        assert info.holder.pid == os.getpid()
    assert info_of(first.file.path).holder is None


def test_an_impossible_claim_in_the_file_is_told_with_its_path() -> None:
    news("news", 1)
    start(["news"], reviewer="ann").close()
    path = Path("sessions/news.yaml")
    raw = path.read_text("utf-8")
    end = raw.index('"end": ') + len('"end": ')
    path.write_text(raw[:end] + "9" + raw[end:], "utf-8")
    before = path.read_bytes()
    line = raw[:end].count("\n") + 1
    with pytest.raises(DamagedError, match=rf"news.yaml:{line}: .*not inside"):
        resume(path, reviewer="ann")
    assert path.read_bytes() == before
    assert info_of(path).problem.startswith(f"sessions/news.yaml:{line}: the span")


ACCEPTED = '{"n": 1, "at": "2026-01-01T00:00:00.000Z", "by": "ann", "do": "accept", "claims": ["nope"]}'


WRONG = (None, True, 5, -7, "", "x", "2021-13", [], ["a"], {}, {"a": 1}, 10**70)


@given(data=st.data(), by_hand=st.booleans(), twice=st.booleans())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_wrong_in_a_record_has_its_line(
    tmp_path: Path, data: st.DataObject, by_hand: bool, twice: bool
) -> None:
    path = tmp_path / "s.yaml"
    path.unlink(missing_ok=True)
    with SessionFile.create(path, session_of(2, 2)) as file:
        review = review_of(file, "ann", file.append)
        review.fix(review.claim_ids[0], Changes(unit="job"))
        review.reject(review.claim_ids[1], "no")
        review.undo()
    rows = path.read_text("utf-8").split("\n")
    at = data.draw(st.sampled_from([n for n, row in enumerate(rows) if row.startswith("- {")]))
    record = json.loads(rows[at][2:])
    record[data.draw(st.sampled_from([*record, "other"]))] = data.draw(st.sampled_from(WRONG))
    rows[at : at + 1] = ["- " + json.dumps(record) + "  # mine" * by_hand] * (1 + twice)
    path.write_text("\n".join(rows), "utf-8")
    try:
        with SessionFile.open(path, read_only=True) as file:
            review_of(file)
    except StorageError as error:
        told = error
    else:
        told = None
    assert told is None or (told.path, told.line is not None) == (path, True)
    assert told is not None or not twice


@pytest.mark.parametrize("by_hand", [False, True], ids=["as written", "edited"])
@pytest.mark.parametrize(
    ("section", "twice", "told"),
    [
        ("articles", True, "article .* is already in the session"),
        ("claims", True, "claim .* is already in the session"),
        ("decisions", True, "decision 1: decision 2 was expected, not 1"),
        ("decisions", False, "decision 1: there is no claim nope"),
    ],
)
def test_a_record_that_can_not_be_is_told_with_its_line(
    section: str, by_hand: bool, twice: bool, told: str
) -> None:
    news("news", 1)
    with start(["news"], reviewer="ann") as opened:
        opened.review.accept(opened.review.claim_ids[0])
    path = Path("sessions/news.yaml")
    rows = path.read_text("utf-8").split("\n")
    at = rows.index(f"{section}:") + 1
    rows[at:at] = [rows[at]] if twice else ["- " + ACCEPTED]
    if by_hand:
        rows = ["# mine", *(row + "  # mine too" if row.endswith("}") else row for row in rows)]
    path.write_text("\n".join(rows), "utf-8")
    line = at + 1 + twice + by_hand
    for opening in (lambda: resume(path, reviewer="ann"), lambda: begin_second(path, 1)):
        with pytest.raises(DamagedError, match=rf"^sessions/news.yaml:{line}: {told}$"):
            opening()
    assert f"news.yaml:{line}: " in info_of(path).problem
    assert path.read_text("utf-8") == "\n".join(rows)


def test_sessions_are_listed_with_their_progress_the_latest_first() -> None:
    news("news", 1)
    news("more", 2)
    for name in ("news", "more"):
        with start([name], reviewer="ann") as opened:
            opened.review.accept(opened.review.claim_ids[0])
        os.utime(opened.file.path, (10**9, 10**9 + (name == "more")))
    Path("sessions/broken.yaml").write_text("- 1\n")
    Path("sessions/notes.txt").write_text("no session")
    infos = list_sessions()
    assert [info.name for info in infos if info.progress.total] == ["more", "news"]
    found = {info.name: info for info in infos}
    assert set(found) == {"news", "more", "broken"}
    assert found["more"].articles == 2
    assert found["more"].progress.accepted == 1
    assert found["more"].progress.pending == found["more"].progress.total - 1
    assert "not a Factdesk session" in found["broken"].problem
    assert recent()[:2] == [Path("sessions/more.yaml").absolute(), Path("sessions/news.yaml").absolute()]


def test_rules_given_once_stay_with_the_session() -> None:
    news("news", 1)
    Path("own").mkdir()
    start(["news"], reviewer="ann", rules=[Path("own")]).close()
    with resume(Path("sessions/news.yaml"), reviewer="ann") as opened:
        assert opened.rule_folders == (Path("own"),)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("jobs", "sessions/jobs.yaml"),
        ("就业", "sessions/就业.yaml"),
        ("v1.2", "sessions/v1.2.yaml"),
        ("jobs.yaml", "jobs.yaml"),
        ("jobs.YML", "jobs.YML"),
        ("a/jobs", "a/jobs"),
    ],
)
def test_a_name_is_a_session_here_and_a_file_is_a_file(name: str, path: str, tmp_path: Path) -> None:
    assert tmp_path / session_path(name) == tmp_path / path


def test_a_session_without_a_name_is_called_after_what_it_reads(tmp_path: Path) -> None:
    news("my news", 2)
    assert name_for(["my news"]) == "my-news"
    assert name_for(["my news/"]) == "my-news"
    assert name_for(["my news/000.txt"]) == "000"
    assert name_for(["my news/000.txt", "my news/001.txt"]) == "my-news"
    assert name_for(["."]) == tmp_path.name.strip("-.")
    assert name_for(["-"]) == "session"
    assert name_for(["my news/*.txt"]) == "my-news"


def test_a_large_file_holds_up_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    place = news("news", 4)
    (place / "001.txt").write_text("Long report\n\n" + ENGLISH.format(n=7) * 9, "utf-8")
    monkeypatch.setattr(intake, "BATCH_BYTES", 4 * len(ENGLISH))
    with start(["news"], reviewer="ann") as opened:
        finish(opened)
        order = [Path(article.path).stem for article in opened.review.articles]
    assert order == ["000", "002", "003", "001"]


def test_batches_are_small_and_keep_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"a": 10, "b": 10, "huge": 10**9, "c": 10, "d": 10, "e": 10, "f": 10, "g": 10}
    monkeypatch.setattr(intake, "size_of", sizes.__getitem__)
    batches = intake._batches(list(sizes))
    assert [path for batch in batches for path in batch] == list(sizes)
    assert max(map(len, batches)) <= intake.BATCH
    assert ["huge"] in batches


def test_an_article_known_by_its_text_is_not_extracted_again() -> None:
    place = news("news", 1)
    path = str(place / "000.txt")
    article = article_from_text(Path(path).read_bytes().decode(), path)
    outcome = intake.take_in(path, load_rules(), [article.id])
    assert (outcome.articles, outcome.claims, outcome.problems) == ((), (), ())


def test_a_changed_file_keeps_its_decisions_and_tells_what_happened() -> None:
    place = news("news", 2) / "001.txt"
    with start(["news"], reviewer="ann") as opened:
        nurses, growth = opened.review.of_article(opened.review.articles[1].id)[:2]
        opened.review.accept([nurses, growth])
        opened.review.note(nurses, "called the town")
    place.write_text("CORRECTED\n" + ENGLISH.format(n=101).replace("101.5%", "7.5%"), "utf-8")
    with start(["news"], reviewer="ann") as again:
        assert set(again.renewals) == {"disk"}
        review = again.review
        state = review[nurses]
        text = review.article(state.claim.article).text
        assert text.startswith("CORRECTED")
        assert text[state.claim.start : state.claim.end] == "101"
        assert (state.verdict, state.note) == ("accepted", "called the town")
        # The corrected number is a new claim; the old one keeps its decision on the old text.
        assert review[growth].verdict == "accepted"
        assert not review.article(review[growth].claim.article).text.startswith("CORRECTED")
        new = [review[claim_id].claim for claim_id in review.of_article(state.claim.article)]
        assert any(text[claim.start : claim.end] == "7.5%" for claim in new)
        assert review.undo() is not None
        assert review[nurses].note == ""
        live = list(review.claim_ids)
    with resume(again.file.path, reviewer="ann") as third:
        assert third.review.claim_ids == live
        assert not third.renewals


def test_changed_files_are_read_with_the_rules_of_the_session(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: mine\n")
    (pack / "headers.yaml").write_text(
        "- {id: my.issue, role: date, rank: 1, match: '^Issue of (?:of the )?{date}'}\n"
    )

    def write(day: str) -> None:
        text = ENGLISH.format(n=12).replace("2024-05-06", f"2024-05-06\nIssue of {day}")
        Path("a.txt").write_text(text, "utf-8")
        Path("rows.jsonl").write_text(json.dumps({"id": "1", "text": f"Row\n{text}"}), "utf-8")

    write("2019-03-02")
    with start(["a.txt", "rows.jsonl"], session="work", reviewer="ann", rules=[pack]) as opened:
        finish(opened)
        assert [article.published for article in opened.review.articles] == ["2019-03-02"] * 2
    write("2019-03-09")
    with resume(session_path("work"), reviewer="ann") as again:
        assert set(again.renewals) == {"disk"}
        assert [article.published for article in again.review.articles] == ["2019-03-09"] * 2


def test_changed_files_that_cannot_be_taken_in_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    place = news("news", 1) / "000.txt"
    start(["news"], reviewer="ann").close()
    place.write_text(ENGLISH.format(n=101), "utf-8")

    def refuse(*_args: object) -> None:
        raise ReviewError(Told("there is no claim {claim}", claim="c7"))

    monkeypatch.setattr("tui.workspace.changed.refreshed", refuse)
    with resume(session_path("news"), reviewer="ann") as again:
        (notice,) = again.notices
        assert notice == "Articles changed on disk and were not taken in: there is no claim c7"
        assert notice.parts["reason"].template == "there is no claim {claim}"
        assert "101" not in again.review.articles[0].text


def test_a_file_that_was_moved_is_taken_up_where_it_is_given_now() -> None:
    folder = news("news", 3)
    with start([str(folder)], reviewer="ann") as opened:
        finish(opened)
        first = opened.review.claim_ids[0]
        opened.review.accept(first)
    (folder / "000.txt").rename("moved.txt")
    with start(["moved.txt", str(folder)], session="news", reviewer="ann") as opened:
        finish(opened)
        assert [article.path for article in opened.review.articles] == [
            *("moved.txt", "news/001.txt", "news/002.txt")
        ]
        assert opened.review[first].verdict == "accepted"
        opened.review.accept(opened.review.claim_ids[1])
    with SessionFile.open(session_path("news"), read_only=True) as file:
        assert file.session.articles[0].path == "moved.txt"
        assert len(file.session.decisions) == 2
        assert not file.waiting


def test_a_second_file_of_the_same_text_is_no_move_while_the_first_is_there() -> None:
    folder = news("news", 1)
    start([str(folder)], reviewer="ann").close()
    Path("copy.txt").write_bytes((folder / "000.txt").read_bytes())
    with start(["copy.txt"], session="news", reviewer="ann") as opened:
        finish(opened)
        assert [article.path for article in opened.review.articles] == ["news/000.txt"]


def test_a_changed_row_of_a_file_keeps_its_decisions_too() -> None:
    def write(*texts: str) -> None:
        lines = (json.dumps({"id": f"2024/{n}", "text": text}) for n, text in enumerate(texts))
        Path("rows.jsonl").write_text("\n".join(lines) + "\nno row\n", "utf-8")

    write(ENGLISH.format(n=11), ENGLISH.format(n=12))
    with start(["rows.jsonl"], reviewer="ann") as opened:
        first, second = opened.review.articles
        assert [article.name for article in (first, second)] == ["2024/0", "2024/1"]
        claim = opened.review.of_article(second.id)[0]
        opened.review.accept(claim)
    write(ENGLISH.format(n=11), "CORRECTED\n" + ENGLISH.format(n=12))
    with resume(opened.file.path, reviewer="ann") as again:
        assert set(again.renewals) == {"disk"}
        state = again.review[claim]
        text = again.review.article(state.claim.article).text
        assert text.startswith("CORRECTED")
        assert text[state.claim.start : state.claim.end] == "12"
        assert state.verdict == "accepted"
        assert [article.id for article in again.review.articles] == [first.id, state.claim.article]
    with resume(opened.file.path, reviewer="ann") as third:
        assert not third.renewals


def test_other_rules_keep_every_decision() -> None:
    news("news", 2)
    with start(["news"], reviewer="ann") as opened:
        first, second = opened.review.claim_ids[:2]
        opened.review.accept(first)
        before = opened.file.session
        same = opened.extract_again([])
        assert same.session == before
        assert set(same.kept) == {claim.id for claim in before.claims}
        opened.review.reject(second)
        assert opened.review.progress().decided == 2
    with resume(opened.file.path, reviewer="ann") as again:
        assert [again.review[claim_id].verdict for claim_id in (first, second)] == ["accepted", "rejected"]


def test_an_article_is_read_again_as_of_the_day_that_is_said_and_others_are_left_alone() -> None:
    news("news", 2)
    with start(["news"], reviewer="ann") as opened:
        first, second = opened.review.articles
        decided, *_pending = opened.review.of_article(first.id)
        opened.review.accept(decided)
        accepted = opened.review[decided].claim
        untouched = [opened.review[name].claim for name in opened.review.of_article(second.id)]
        redated(opened, first, "2011-05-02")
        assert opened.review.article(first.id).published == "2011-05-02"
        assert opened.review[decided].claim == accepted
    with resume(opened.file.path, reviewer="ann") as again:
        assert [article.published for article in again.review.articles] == ["2011-05-02", second.published]
        assert again.review[decided].verdict == "accepted"
        assert [again.review[name].claim for name in again.review.of_article(second.id)] == untouched


def test_the_day_that_was_said_holds_for_a_changed_text_unless_that_tells_another() -> None:
    news("news", 1)
    path = next(Path("news").iterdir())
    text = path.read_text(encoding="utf-8")
    with start(["news"], reviewer="ann") as opened:
        redated(opened, opened.review.articles[0], "2011-05-02")
    path.write_text(text + "\n", encoding="utf-8")
    with resume(opened.file.path, reviewer="ann") as again:
        assert [article.published for article in again.review.articles] == ["2011-05-02"]
    path.write_text(text.replace("2024-05-06", "2024-05-07"), encoding="utf-8")
    with resume(opened.file.path, reviewer="ann") as again:
        assert [article.published for article in again.review.articles] == ["2024-05-07"]


def test_a_day_that_cannot_be_kept_is_told_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    news("news", 1)
    with start(["news"], reviewer="ann") as opened:
        before, review = opened.file.session, opened.review

        def full(*_args: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as during:
            during.setattr("tui.storage.session_file.replace_file", full)
            with pytest.raises(StorageError, match="could not be replaced"):
                redated(opened, review.articles[0], "2011-05-02")
        assert (opened.file.session, opened.review) == (before, review)
        review.accept(review.claim_ids[0])
    with resume(opened.file.path, reviewer="ann") as again:
        assert again.review.articles[0].published == before.articles[0].published
        assert again.review.progress().decided == 1


def test_an_impossible_decision_in_the_journal_is_told_and_nothing_is_written() -> None:
    news("news", 1)
    start(["news"], reviewer="ann").close()
    path = Path("sessions/news.yaml")
    file = SessionFile.open(path)
    file.append(Decision(n=1, at="2026-01-01T00:00:00.000Z", by="ann", do="accept", claims=("nope",)))
    file.leave()
    before = {place.name: place.read_bytes() for place in path.parent.iterdir()}
    with pytest.raises(DamagedError, match=r"news.journal:2: decision 1: there is no claim nope"):
        resume(path, reviewer="ann")
    assert {place.name: place.read_bytes() for place in path.parent.iterdir()} == before
