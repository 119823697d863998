"""The command line as a process of its own: start-up, Ctrl-C, a reader that has enough, the demo."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from faces.conftest import Cli, posting_of
from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

SOURCE = Path(__file__).parents[2] / "src"
COMMAND = [sys.executable, "-m", "jobfinder"]
HEAVY = ("alembic", "sqlalchemy", "psycopg")


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package of this checkout."""
    monkeypatch.setenv("PYTHONPATH", str(SOURCE))


def run(*words: str, **options: object) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own."""
    return subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=100, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_help_lists_every_command_and_the_exit_codes() -> None:
    ran = run("--help")
    assert ran.returncode == 0
    assert "Try everything on a small web of its own" in ran.stdout
    assert "Exit codes" in ran.stdout
    assert ran.stderr == ""


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{run("--version").stdout.strip()}"' in (SOURCE.parent / "pyproject.toml").read_text()


@pytest.mark.parametrize("words", [(), ("submit", "--help"), ("sources", "approve", "--help")])
def test_help_of_a_command(cli: Cli, words: tuple[str, ...]) -> None:
    ran = cli(*words)
    assert ran.code == 0
    assert "Usage: jobfinder" in ran.out


def test_a_settled_address_loads_no_migrations(known: DemoWeb) -> None:
    script = (
        "import sys; from jobfinder.faces.cli import main; code = main(sys.argv[1:]);"
        f"print(sorted(set(sys.modules) & set({HEAVY})), file=sys.stderr); sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "find", posting_of(known)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0
    assert ran.stderr == "[]\n"


def test_a_reader_that_has_enough_is_no_error(known: DemoWeb) -> None:
    command = subprocess.Popen([*COMMAND, "export", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.read(10)
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait() == 0
    command.stderr.close()


def test_ctrl_c_in_the_middle_of_a_run_loses_nothing(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with DemoWeb(World.make()) as web:
        monkeypatch.setenv("JOBFINDER_CONNECT_TO", web.connect_to)
        cli("submit", posting_of(web))
        web.hang_host("boards-api.greenhouse.io", seconds=60, times=1)
        running = subprocess.Popen([*COMMAND, "run"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        wait_for_lease(tmp_path / "store.db")
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
        assert (running.returncode, out) == (130, "")
        assert [line for line in err.splitlines() if line.startswith("jobfinder: ")] == [
            "jobfinder: interrupted; nothing is lost, `jobfinder run` goes on from here"
        ]
        assert "Traceback" not in err
        web.restore()
        assert cli("run", "--steps", 1, "--json").json["steps"] == 1
        assert cli("why", posting_of(web), "--json").json["steps"][0]["state"] == "done"


def wait_for_lease(path: Path) -> None:
    """Until the step is under way."""
    store = sqlite3.connect(path)
    while store.execute("SELECT COUNT(*) FROM work WHERE state = 'leased'").fetchone()[0] == 0:
        time.sleep(0.05)
    store.close()


def test_output_suits_a_terminal_that_knows_only_ascii(known: DemoWeb) -> None:
    ran = run("show", posting_of(known), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert ran.returncode == 0
    assert "\\u25a0" in ran.stdout


# ---------------------------------------------------------------- the demo


def test_the_demo_shows_what_it_is_all_about() -> None:
    ran = run("demo", "--once", "--companies", "3")
    assert ran.returncode == 0
    assert "Submitted, 4 bare addresses and nothing else" in ran.stdout
    assert "was found unaided." in ran.stdout
    assert "Why the first one matches" in ran.stdout
    assert "Dropped, with reasons" in ran.stdout
    assert "jobfinder find URL" in ran.stdout
    assert "worked" in ran.stderr
    assert max(map(len, ran.stdout.splitlines())) <= 120, "only addresses may be longer than the terminal is wide"


def test_the_demo_goes_on_until_ctrl_c_and_can_be_looked_at(cli: Cli, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'demo.db'}"
    words = ["demo", "--companies", "1", "--store", store]
    running = subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None
    said = ""
    while "Ctrl-C ends it." not in said:
        line = running.stdout.readline()
        assert line, said
        said += line
    assert f"export JOBFINDER_STORE={store}" in said
    assert "export JOBFINDER_CONNECT_TO='*=127.0.0.1:" in said
    assert cli("matches", "--store", store, "--json").json
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert err.endswith("the demo has ended\n")
