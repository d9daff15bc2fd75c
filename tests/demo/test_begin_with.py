"""What `make run` asks on a site that is not there yet."""

import os
import pty
import subprocess

import pytest
from django.conf import settings

SCRIPT = settings.BASE_DIR / ".ci/begin_with"
KEPT = "begins_with"


def begin(folder, *arguments, typed=None, **environment) -> str:
    """Return what the script prints; `typed` is typed at a terminal, without it there is none."""
    kept_out = {"DATABASE_URL", "DEMO", "COUNCIL"}
    own = {name: value for name, value in os.environ.items() if name not in kept_out}
    terminal, end = pty.openpty()
    try:
        if typed is not None:
            os.write(terminal, typed.encode())
        return subprocess.run(
            [SCRIPT, *arguments],
            env={**own, "VAR_DIR": str(folder), **environment},
            stdin=subprocess.DEVNULL if typed is None else end,
            stderr=end,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=60,
        ).stdout.strip()
    finally:
        os.close(terminal)
        os.close(end)


@pytest.mark.parametrize(
    ("typed", "begins_with"),
    [
        ("\n", "oxford"),
        ("1\n", "oxford"),
        ("2\n", "dortmund"),
        ("3\n", "hannover"),
        ("4\n", "own"),
        ("5\nx\n0\n3\n", "hannover"),
    ],
)
def test_answer_is_kept(tmp_path, typed, begins_with):
    assert begin(tmp_path, "ask", typed=typed) == begins_with
    assert begin(tmp_path) == begins_with
    assert begin(tmp_path, "ask", typed="1\n") == begins_with


@pytest.mark.parametrize("name", ["DEMO", "DATABASE_URL"])
def test_what_is_settled_is_not_asked(tmp_path, name):
    assert begin(tmp_path, "ask", typed="2\n", **{name: "no"}) == "oxford"
    assert not (tmp_path / KEPT).exists()


def test_site_that_is_there_is_not_asked(tmp_path):
    (tmp_path / "twinning.sqlite3").touch()

    assert begin(tmp_path, "ask", typed="2\n") == "oxford"


def test_nobody_is_asked_without_a_terminal(tmp_path):
    assert begin(tmp_path, "ask") == "oxford"


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (None, ["demo --if-empty --council oxford"]),
        ("hannover", ["demo --if-empty --council hannover"]),
        ("own", ['test "no" = no || ']),
    ],
)
def test_make_goes_by_the_answer(tmp_path, kept, told):
    if kept:
        (tmp_path / KEPT).write_text(f"{kept}\n")
    own = {name: it for name, it in os.environ.items() if name not in {"COUNCIL", "DEMO"}}
    plan = subprocess.run(
        ["make", "-n", "ready"],
        cwd=settings.BASE_DIR,
        env={**own, "VAR_DIR": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert [words for words in told if words not in plan] == []
