"""The command in a shell: streams that are closed or full, readers that leave early, names that steer a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = '{"id": "a", "text": "The mayor said no."}\n'


def shell(command: str, cwd: Path, text: str = "") -> subprocess.CompletedProcess[bytes]:
    line = command.replace("depesche", f"'{sys.executable}' -m depesche", 1)
    return subprocess.run(line, shell=True, cwd=cwd, input=text.encode(), capture_output=True, check=False)


@pytest.mark.parametrize(
    ("command", "status", "message"),
    [
        ("depesche annotate - <&-", 1, "standard input: is empty"),
        ("depesche annotate - >&-", 1, "standard output is closed"),
        ("depesche annotate - 2>&-", 0, ""),
        ("depesche annotate -", 0, ""),
    ],
)
def test_closed_streams(tmp_path: Path, command: str, status: int, message: str) -> None:
    done = shell(command, tmp_path, GOOD)
    assert done.returncode == status
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    done = shell("depesche annotate - > /dev/full", tmp_path, GOOD)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "depesche: can't go on (no space left on device); make room, or let it write elsewhere"
    ]


def test_a_reader_that_leaves_early_hears_nothing(tmp_path: Path) -> None:
    many = "".join(GOOD.replace('"a"', f'"{n}"') for n in range(200))
    assert shell("depesche annotate - | head -c 1", tmp_path, many).stderr == b""


def test_bytes_that_are_no_utf8_are_named_by_their_line(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b'{"id": "x", "text": "bad \xff"}\n' + GOOD.encode())
    done = shell("depesche annotate - < in", tmp_path)
    assert done.returncode == 1
    assert b"standard input, line 1" in done.stderr
    assert done.stdout.startswith(b'{"id": "a"')


def test_a_message_is_one_line_whatever_the_name_holds(tmp_path: Path) -> None:
    (tmp_path / "a\n\x1b[31mb.txt").write_bytes(b"")
    done = shell("depesche annotate .", tmp_path)
    assert done.stderr.decode().splitlines() == [
        "depesche: a\\n\\x1b[31mb.txt: is empty; leave it out, or give the file that holds the report"
    ]


def test_progress_on_a_terminal_leaves_the_output_alone(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    (tmp_path / "in").write_text(GOOD, "utf-8")
    main_end, terminal = pty.openpty()
    call = [sys.executable, "-m", "depesche", "annotate", "-"]
    done = subprocess.run(call, input=GOOD.encode(), stdout=subprocess.PIPE, stderr=terminal, check=False)
    os.close(terminal)
    os.close(main_end)
    assert done.stdout.startswith(b'{"id": "a"')


def test_jobs_change_nothing(tmp_path: Path) -> None:
    many = "".join(GOOD.replace('"a"', f'"{n}"') for n in range(20))
    one = shell("depesche annotate -", tmp_path, many).stdout
    assert shell("depesche annotate - --jobs 3", tmp_path, many).stdout == one
