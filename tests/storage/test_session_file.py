"""A session on disk: what a crash leaves, what damage says, a full disk, two openers."""

import errno
import os
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import filelock
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.review.making import made, session_of
from tests.storage.conftest import Protect, abandon, accepted, everything
from tui.model import View
from tui.review import Review
from tui.storage import (
    DamagedError,
    NotWritableError,
    ReadOnlyError,
    SessionFile,
    SessionLocked,
    StorageError,
    document,
    held_by,
    journal_path,
)
from tui.storage.disk import replace_file
from tui.storage.journal import Journal


def test_a_closed_session_has_everything_and_no_journal(path: Path) -> None:
    with SessionFile.open(path) as file:
        claims = [claim.id for claim in file.session.claims]
        file.append(accepted(1, claims[0]))
        article, found = made("late", 2)
        file.append_articles([article], found, waiting=["more.txt"])
        file.save_view(View(claim=claims[0], scroll=7, filter="conf<0.8"))
        live = file.session
    assert not journal_path(path).exists()
    with SessionFile.open(path) as file:
        assert file.session == live
        assert file.waiting == ("more.txt",)
        assert file.notices == ()
        assert len(file.session.articles) == 3
        assert file.session.view.scroll == 7


def test_a_session_that_only_was_looked_at_is_not_written(path: Path) -> None:
    before = path.stat()
    SessionFile.open(path).close()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino


def test_a_crash_loses_nothing_and_is_told(crashed: Path) -> None:
    with SessionFile.open(crashed) as file:
        assert [decision.n for decision in file.session.decisions] == [1, 2, 3]
        assert "3 decisions came from its journal" in file.notices[0]
        file.append(accepted(4, file.session.claims[0].id))
    assert [d.n for d in document.load(crashed).session.decisions] == [1, 2, 3, 4]


def test_a_journal_cut_anywhere_keeps_every_whole_line(crashed: Path) -> None:
    place = journal_path(crashed)
    raw = place.read_bytes()
    ends = [position for position, byte in enumerate(raw) if byte == 10]
    for size in range(len(raw) + 1):
        place.write_bytes(raw[:size])
        file = SessionFile.open(crashed)
        # A line counts from its last character on; the first line is the journal's head.
        whole = max(0, sum(end <= size for end in ends) - 1)
        assert len(file.session.decisions) == whole
        torn = [p for p in crashed.parent.iterdir() if ".torn" in p.name]
        if size in {0, *ends, *(end + 1 for end in ends)}:
            assert torn == []
        else:
            left = raw[:size].rpartition(b"\n")[2]
            assert [p.read_bytes() for p in torn] == [left]
            assert str(torn[0]) in file.notices[0]
        file.append(accepted(whole + 1, file.session.claims[0].id))
        abandon(file)
        with SessionFile.open(crashed, read_only=True) as again:
            assert len(again.session.decisions) == whole + 1
        for left_over in torn:
            left_over.unlink()


def test_every_flipped_bit_of_a_journal_is_noticed(crashed: Path) -> None:
    place = journal_path(crashed)
    raw = place.read_bytes()
    for position in range(len(raw)):
        for bit in range(8):
            damaged = bytearray(raw)
            damaged[position] ^= 1 << bit
            place.write_bytes(damaged)
            with pytest.raises(DamagedError) as caught:
                SessionFile.open(crashed, read_only=True)
            line = raw[:position].count(b"\n") + 1
            assert caught.value.line in {line, line + 1}


def test_damage_leaves_all_files_untouched(crashed: Path) -> None:
    place = journal_path(crashed)
    rows = place.read_bytes().split(b"\n")
    place.write_bytes(b"\n".join([*rows[:2], b"x" + rows[2], *rows[3:]]))
    before = everything(crashed.parent)
    with pytest.raises(DamagedError, match=r"news.journal:3: this line is damaged"):
        SessionFile.open(crashed)
    assert everything(crashed.parent) == before
    assert held_by(crashed) is None


def test_a_missing_line_in_the_middle_is_noticed(crashed: Path) -> None:
    place = journal_path(crashed)
    rows = place.read_bytes().split(b"\n")
    place.write_bytes(b"\n".join(rows[:2] + rows[3:]))
    with pytest.raises(DamagedError, match=r":3: decision 2 was expected, not 3"):
        SessionFile.open(crashed)


def test_a_crash_between_replacing_and_removing_counts_nothing_twice(crashed: Path) -> None:
    raw = journal_path(crashed).read_bytes()
    SessionFile.open(crashed).close()
    folded = crashed.read_bytes()
    journal_path(crashed).write_bytes(raw)
    with SessionFile.open(crashed, read_only=True) as file:
        assert len(file.session.decisions) == 3
    with SessionFile.open(crashed) as file:
        assert len(file.session.decisions) == 3
    assert not journal_path(crashed).exists()
    assert crashed.read_bytes() == folded


def test_an_old_copy_of_the_file_under_a_newer_journal_is_refused(path: Path) -> None:
    old = path.read_bytes()
    with SessionFile.open(path) as file:
        file.append(accepted(1, file.session.claims[0].id))
    file = SessionFile.open(path)
    file.append(accepted(2, file.session.claims[1].id))
    abandon(file)
    path.write_bytes(old)
    before = everything(path.parent)
    with pytest.raises(DamagedError, match="later state of the session"):
        SessionFile.open(path)
    assert everything(path.parent) == before


def test_a_journal_whose_decisions_the_file_lacks_is_not_thrown_away(crashed: Path) -> None:
    raw = journal_path(crashed).read_bytes()
    SessionFile.open(crashed).close()
    stored = document.load(crashed)
    shorter = stored.session.__class__(name=stored.session.name, created=stored.session.created)
    crashed.write_bytes(b"".join(document.dump(shorter, 2)))
    journal_path(crashed).write_bytes(raw)
    with pytest.raises(DamagedError, match="earlier state of the session"):
        SessionFile.open(crashed)
    assert journal_path(crashed).read_bytes() == raw


def test_a_journal_without_its_session_is_never_overwritten(crashed: Path) -> None:
    crashed.unlink()
    with pytest.raises(StorageError, match="whose file is missing"):
        SessionFile.create(crashed, session_of(1, 1))
    assert journal_path(crashed).exists()
    crashed.write_bytes(b"".join(document.dump(session_of(1, 1), 1)).replace(b"2026-01-01", b"2026-02-02"))
    with pytest.raises(DamagedError, match="belongs to another session"):
        SessionFile.open(crashed)


def test_create_overwrites_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(StorageError, match="already there"):
        SessionFile.create(path, session_of(1, 1))
    assert path.read_bytes() == before


def test_a_decision_out_of_order_is_refused(path: Path) -> None:
    with SessionFile.open(path) as file:
        with pytest.raises(StorageError, match="decision 1 was expected, not 2"):
            file.append(accepted(2, file.session.claims[0].id))
        assert file.session.decisions == ()


@pytest.mark.parametrize("step", ["write", "partial", "sync"])
def test_a_full_disk_loses_nothing_and_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = SessionFile.open(path)
    first, second = (claim.id for claim in file.session.claims[:2])
    file.append(accepted(1, first))
    before = journal_path(path).read_bytes()
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    real = os.write
    calls = 0

    def fail(*_args: object) -> int:
        raise full

    def some(fd: int, data: memoryview) -> int:
        nonlocal calls
        calls += 1
        if calls > 1:
            raise full
        return real(fd, data[:7])

    with monkeypatch.context() as patch:
        if step == "sync":
            patch.setattr("tui.storage.journal.sync", fail)
        else:
            patch.setattr(os, "write", fail if step == "write" else some)
        with pytest.raises(StorageError, match="no space left on device") as caught:
            file.append(accepted(2, second))
    assert str(caught.value).endswith(": could not be written: no space left on device")
    assert len(file.session.decisions) == 1
    assert journal_path(path).read_bytes() == before
    file.append(accepted(2, second))
    file.close()
    assert len(document.load(path).session.decisions) == 2


@pytest.mark.parametrize("failing", ["write", "fsync", "rename"])
def test_a_full_disk_at_closing_keeps_the_journal(
    path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    file = SessionFile.open(path)
    file.append(accepted(1, file.session.claims[0].id))
    before = everything(path.parent)

    def fail(*_args: object, **_more: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        if failing == "rename":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(os, failing, fail)
        with pytest.raises(StorageError, match="no space left on device; your decisions are kept"):
            file.close()
    assert everything(path.parent) == before
    with SessionFile.open(path) as again:
        assert len(again.session.decisions) == 1


def test_where_no_file_can_be_removed_closing_tells_the_file_and_gives_the_lock_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SessionFile.open(path)
    file.append(accepted(1, file.session.claims[0].id))

    def fail(*_args: object, **_more: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", fail)
        patch.setattr("tui.storage.session_file.replace_file", fail)
        with pytest.raises(StorageError, match=r"news\.yaml: could not be replaced: input/output error"):
            file.close()
        assert held_by(path) is None
    with SessionFile.open(path) as again:
        assert len(again.session.decisions) == 1


def test_a_file_edited_while_it_is_open_is_not_overwritten(path: Path) -> None:
    file = SessionFile.open(path)
    file.append(accepted(1, file.session.claims[0].id))
    edited = path.read_bytes().replace(b'"made"', b'"edited by hand"')
    path.write_bytes(edited)
    with pytest.raises(StorageError, match="was changed by another program"):
        file.close()
    assert path.read_bytes() == edited
    with SessionFile.open(path) as again:
        assert again.session.name == "edited by hand"
        assert len(again.session.decisions) == 1


def test_a_file_removed_while_it_is_open_is_told_by_its_name_and_its_journal_is_left(path: Path) -> None:
    file = SessionFile.open(path)
    file.append(accepted(1, file.session.claims[0].id))
    path.unlink()
    with pytest.raises(StorageError, match=r"news\.yaml: was removed by another program.*news\.journal"):
        file.replace(file.session)
    with pytest.raises(StorageError, match="was removed by another program"):
        file.close()
    assert held_by(path) is None
    assert not path.exists()
    assert b'"accept"' in journal_path(path).read_bytes()


def test_a_journal_removed_or_changed_under_an_open_session_is_told(path: Path) -> None:
    file = SessionFile.open(path)
    claims = [claim.id for claim in file.session.claims]
    file.append(accepted(1, claims[0]))
    journal_path(path).write_bytes(journal_path(path).read_bytes() + b"x")
    with pytest.raises(StorageError, match="changed or removed by another program"):
        file.append(accepted(2, claims[1]))
    journal_path(path).unlink()
    with pytest.raises(StorageError, match="changed or removed by another program"):
        file.append(accepted(2, claims[1]))
    file.close()
    assert len(document.load(path).session.decisions) == 1


def test_permissions_and_links_stay(path: Path) -> None:
    path.chmod(0o640)
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    with SessionFile.open(link) as file:
        file.append(accepted(1, file.session.claims[0].id))
    assert link.is_symlink()
    assert path.stat().st_mode & 0o7777 == 0o640
    assert len(document.load(path).session.decisions) == 1
    assert not [p for p in path.parent.iterdir() if p.name.endswith(".tmp")]


def test_a_second_opener_reads_and_is_told_who_writes(path: Path) -> None:
    with SessionFile.open(path) as file:
        with pytest.raises(SessionLocked, match="already open by") as caught:
            SessionFile.open(path)
        assert caught.value.holder.pid == os.getpid()
        assert held_by(path) == caught.value.holder
        file.append(accepted(1, file.session.claims[0].id))
        with SessionFile.open(path, read_only=True) as reader:
            assert len(reader.session.decisions) == 1
            with pytest.raises(ReadOnlyError, match="read only"):
                reader.append(accepted(2, file.session.claims[1].id))
            with pytest.raises(ReadOnlyError, match="read only"):
                reader.save_view(View(scroll=3))
        file.append(accepted(2, file.session.claims[1].id))
    assert held_by(path) is None
    with pytest.raises(ReadOnlyError, match="closed"):
        file.append(accepted(3, "x"))


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("", "its folder is write-protected"),
        ("news.yaml", "its file is write-protected"),
        ("news.journal", "its journal is write-protected"),
    ],
)
def test_a_write_protected_session_is_read_only_and_nothing_is_written_beside_it(
    crashed: Path, write_protect: Protect, part: str, told: str
) -> None:
    write_protect(crashed.parent / part if part else crashed.parent)
    for left_over in (*crashed.parent.glob("*.lock"), *crashed.parent.glob("*.holder")):
        left_over.unlink()
    before = sorted(crashed.parent.iterdir())
    with pytest.raises(NotWritableError, match=rf"news\.yaml: {told}"):
        SessionFile.open(crashed)
    with SessionFile.open(crashed, read_only=True) as file:
        assert len(file.session.decisions) == 3
    assert sorted(crashed.parent.iterdir()) == before


def test_the_folder_that_a_link_leads_to_counts_too(
    path: Path, tmp_path: Path, write_protect: Protect
) -> None:
    (tmp_path / "mine").mkdir()
    link = tmp_path / "mine" / "link.yaml"
    link.symlink_to(path)
    write_protect(tmp_path)
    with pytest.raises(NotWritableError, match="its folder is write-protected"):
        SessionFile.open(link)


def test_where_no_lock_can_be_had_a_session_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("filelock.FileLock.acquire", fail)
    with pytest.raises(NotWritableError, match="can't be locked for writing: read-only file system"):
        SessionFile.open(path)


def test_who_only_looks_who_writes_keeps_nobody_out(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.storage.lock.LOOKING", 20.0)  # as slow as this machine may be
    probe = filelock.FileLock(path.with_suffix(".lock"), thread_local=False)
    probe.acquire()
    threading.Timer(0.05, probe.release).start()
    with SessionFile.open(path) as file:
        assert not file.read_only


WRITER = """
import sys
from tests.storage.conftest import accepted
from tui.storage import SessionFile
file = SessionFile.open(sys.argv[1])
claims = [claim.id for claim in file.session.claims]
while True:
    number = len(file.session.decisions) + 1
    file.append(accepted(number, claims[number % len(claims)]))
    print(number, flush=True)
"""


def test_kill_9_never_loses_a_decision_that_was_told(path: Path) -> None:
    told = 0
    for wait in (0.0, 0.003, 0.01, 0.02):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        holder = held_by(path)
        assert holder is not None
        assert holder.pid == writer.pid
        with pytest.raises(SessionLocked):
            SessionFile.open(path)
        time.sleep(wait)
        writer.kill()
        rest = writer.stdout.read().split("\n")
        writer.wait()
        writer.stdout.close()
        told = max([told, *(int(line) for line in rest[:-1])])
        with SessionFile.open(path, read_only=True) as file:
            numbers = [decision.n for decision in file.session.decisions]
        assert numbers == list(range(1, len(numbers) + 1))
        # One more may have reached the disk before it was told.
        assert len(numbers) >= told
        told = len(numbers)
    with SessionFile.open(path) as file:
        assert len(file.session.decisions) == told


@given(st.lists(st.sampled_from(["decide", "close", "crash", "fold", "tear"]), max_size=12))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_order_of_decisions_closes_and_crashes_keeps_every_decision(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    path = tmp_path_factory.mktemp("order") / "s.yaml"
    file = SessionFile.create(path, session_of(1, 2))
    claim = file.session.claims[0].id
    made_so_far = 0
    for step in steps:
        if step == "decide":
            made_so_far += 1
            file.append(accepted(made_so_far, claim))
            continue
        place = journal_path(path)
        raw = place.read_bytes() if place.exists() else None
        if step in {"close", "fold"}:
            file.close()
            if step == "fold" and raw is not None:
                place.write_bytes(raw)
        else:
            abandon(file)
            if step == "tear" and raw is not None:
                place.write_bytes(raw + b"0badf00d {torn")
        file = SessionFile.open(path)
        assert len(file.session.decisions) == made_so_far
    file.close()
    assert len(document.load(path).session.decisions) == made_so_far


FULL = """
import os, resource, sys
from tests.storage.conftest import abandon, accepted
from tui.storage import SessionFile, StorageError, journal_path
file = SessionFile.open(sys.argv[1])
claim = file.session.claims[0].id
file.append(accepted(1, claim))
before = journal_path(file.path).read_bytes()
# The system itself cuts the next line in the middle.
resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 20, resource.RLIM_INFINITY))
try:
    file.append(accepted(2, claim))
except StorageError as error:
    print(error)
assert journal_path(file.path).read_bytes() == before
assert len(file.session.decisions) == 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
file.append(accepted(2, claim))
abandon(file)
"""


@pytest.mark.skipif(os.name == "nt", reason="the limit that fills the disk is Unix's")
def test_a_line_that_the_system_cuts_short_is_taken_back(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert "could not be written: file too large" in done.stdout
    with SessionFile.open(path) as file:
        assert [decision.n for decision in file.session.decisions] == [1, 2]


REFUSED = """
import errno, os, signal, sys
from tests.storage.conftest import accepted
from tui.storage import SessionFile, StorageError
file = SessionFile.open(sys.argv[1])
claim = file.session.claims[0].id
told = len(file.session.decisions)
truncate, write = os.ftruncate, os.write
def fail(*_args):
    raise OSError(errno.EIO, os.strerror(errno.EIO))
def fail_half(fd, data):
    os.write = fail
    write(fd, data[: len(data) // 2])
    fail()
def refused():
    try:
        file.append(accepted(told + 1, claim))
    except StorageError as error:
        print(error)
import tui.storage.journal as journal
sync, journal.sync, os.ftruncate = journal.sync, fail, fail
if "half" in sys.argv:
    os.write = fail_half
refused()
os.write = write
refused()
if "more" in sys.argv:
    journal.sync = sync
    for number in (1, 2):
        file.append(accepted(told + number, claim))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="the signal is Unix's")
@pytest.mark.parametrize("how", [[], ["half"], ["more"], ["half", "more"]], ids="-".join)
@pytest.mark.parametrize("before", [0, 1])
def test_what_was_told_as_not_saved_stays_away_where_it_can_neither_be_synced_nor_cut_off(
    path: Path, before: int, how: list[str]
) -> None:
    file = SessionFile.open(path)
    for number in range(before):
        file.append(accepted(number + 1, file.session.claims[0].id))
    abandon(file)
    done = subprocess.run(
        [sys.executable, "-c", REFUSED, str(path), *how], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (-9, "")
    assert done.stdout.count("could not be written: input/output error\n") == 2
    saved = before + 2 * ("more" in how)
    with SessionFile.open(path) as file:
        assert [decision.n for decision in file.session.decisions] == list(range(1, saved + 1))
        assert not any("cut off" in notice for notice in file.notices)
        file.append(accepted(saved + 1, file.session.claims[0].id))
    assert len(document.load(path).session.decisions) == saved + 1


def test_a_line_that_could_not_be_taken_back_is_before_the_next_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SessionFile.open(path)
    first, second = (claim.id for claim in file.session.claims[:2])
    file.append(accepted(1, first))

    def fail(*_args: object) -> int:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr("tui.storage.journal.sync", fail)
        patch.setattr(os, "ftruncate", fail)
        patch.setattr(
            os, "lseek", lambda *args, seek=os.lseek: (patch.setattr(os, "lseek", fail), seek(*args))[1]
        )
        for _again in range(2):
            with pytest.raises(StorageError, match="input/output error"):
                file.append(accepted(2, first))
    file.append(accepted(2, second))
    abandon(file)
    with SessionFile.open(path) as again:
        assert [decision.claims for decision in again.session.decisions] == [(first,), (second,)]


@pytest.mark.parametrize("claims", [10, 2000])
def test_one_decision_is_one_write_and_one_sync_whatever_the_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, claims: int
) -> None:
    with SessionFile.create(tmp_path / "s.yaml", session_of(1, claims)) as file:
        file.append(accepted(1, file.session.claims[0].id))
        work: list[str | int] = []
        real = os.write
        monkeypatch.setattr(os, "write", lambda fd, data: (work.append(len(data)), real(fd, data))[1])
        monkeypatch.setattr("tui.storage.journal.sync", lambda _fd: work.append("sync"))
        file.append(accepted(2, file.session.claims[0].id))
        monkeypatch.undo()
    written, sync = work
    assert sync == "sync"
    assert isinstance(written, int)
    assert written < 200


def test_another_state_replaces_file_and_journal_at_once(crashed: Path) -> None:
    other = session_of(1, 1)
    with SessionFile.open(crashed) as file:
        file.set_waiting(["a.txt"])
        file.replace(other)
        assert not journal_path(crashed).exists()
        assert (file.session, file.waiting) == (other, ("a.txt",))
        file.append(accepted(1, other.claims[0].id))
        abandon(file)
    with SessionFile.open(crashed) as again:
        assert again.session.articles == other.articles
        assert len(again.session.decisions) == 1
        assert again.waiting == ("a.txt",)


@pytest.mark.parametrize("step", range(4))
def test_a_crash_while_another_state_comes_in_leaves_one_of_both(
    crashed: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    file = SessionFile.open(crashed)
    old = file.session
    *others, last = old.decisions
    new = structs.replace(old, decisions=(*others, structs.replace(last, text="told otherwise")))
    steps = 0

    def crashing(do: Callable[..., None]) -> Callable[..., None]:
        def crash_or_do(*args: object) -> None:
            nonlocal steps
            steps += 1
            if steps > step:
                raise KeyboardInterrupt
            do(*args)

        return crash_or_do

    with monkeypatch.context() as patch:
        patch.setattr("tui.storage.session_file.replace_file", crashing(replace_file))
        patch.setattr(Journal, "remove", crashing(Journal.remove))
        with pytest.raises(KeyboardInterrupt):
            file.replace(new)
    abandon(file)
    with SessionFile.open(crashed) as again:
        assert again.session == (new if step > 2 else old)


def test_the_example_session_opens() -> None:
    example = Path(__file__).parents[2] / "sessions" / "example.yaml"
    with SessionFile.open(example, read_only=True) as file:
        review = Review(file.session, reviewer="ann")
    assert {decision.do for decision in review.decisions} >= {"accept", "fix", "reject", "undo", "note"}
    assert review.progress().decided == 3
