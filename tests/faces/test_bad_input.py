"""Bad input: one clear line that says what happened, to what; the exit code; nothing half done."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from faces.conftest import Cli, Ran
from jobfinder.store.migrate import HEAD

URL = "https://boards.greenhouse.io/harborlight/jobs/4000001"
RESUME = "%PDF-1.7 \x00\x01\x02"


def refused(ran: Ran, *said: str, code: int = 2) -> None:
    """One line on stderr, nothing on stdout."""
    assert ran.code == code
    assert ran.out == ""
    assert ran.err.startswith("jobfinder: ")
    assert ran.err.count("\n") == 1
    for part in said:
        assert part in ran.err


ADDRESSES = [
    ("not an address", "not an address"),
    ("ftp://fernbrook.example/jobs", "only http and https"),
    ("javascript:alert(1)", "only http and https"),
    ("http://127.0.0.1/", "only public sites by name"),
    ("http://10.0.0.1/jobs", "only public sites by name"),
    ("http://2130706433/", "only public sites by name"),
    ("http://[::1]/", "only public sites by name"),
    ("localhost", "only public sites by name"),
    ("http://localhost:8080/jobs", "only public sites by name"),
    ("https://user:secret@fernbrook.example/", ""),
    ("", "needs a url"),
]


@pytest.mark.parametrize("command", ["submit", "find", "plan"])
@pytest.mark.parametrize(("url", "said"), ADDRESSES)
def test_an_address_that_cannot_be_worked_on(cli: Cli, command: str, url: str, said: str) -> None:
    refused(cli(command, url), said)
    assert cli("items", "--json").json == []


def test_one_bad_address_spoils_all(cli: Cli) -> None:
    refused(cli("submit", URL, "ftp://fernbrook.example/"), "ftp://")
    assert cli("items", "--json").json == []
    assert cli("jobs", "--json").json == []


WORDS = [
    (("submit", URL, "--type", "person"), "unknown type 'person'"),
    (("submit", URL, "--sub-task", "fly"), "unknown sub_task 'fly'"),
    (("submit",), "submit needs an address"),
    (("find",), "find needs an address"),
    (("recognize",), "recognize needs an address"),
    (("run", "--steps", "many"), "--steps"),
    (("run", "--steps", "-1"), "not negative"),
    (("run", "--for", "soon"), "--for"),
    (("items", "--status", "odd"), "unknown status 'odd'"),
    (("items", "--limit", "-3"), "--limit"),
    (("costs", "--by", "moon"), "moon"),
    (("companies", "tier", "company:x", "E"), "unknown tier 'E'"),
    (("companies", "tier", "company:nobody.example", "A"), "nothing is known"),
    (("sources", "approve", "source:lever:nobody"), "nothing is known"),
    (("sources", "burn", "x"), "burn"),
    (("fly",), "fly"),
    (("items", "--colour"), "--colour"),
    (("prefs", "set", "salary.flor", "90000"), "did you mean salary.floor"),
    (("prefs", "set", "min_score", "a lot"), "min_score"),
    (("prefs", "set", "min_score"), "KEY VALUE, or --file"),
    (("profile", "set", "skils", "Python"), "did you mean skills"),
    (("read", "nowhere.html"), "cannot read nowhere.html"),
    (("read", ".", "--board", "greenhouse"), "cannot read ."),
    (("read", "x", "--board", "pinboard"), "unknown board 'pinboard'"),
    (("score", "--posting", "nowhere.json", "--profile", "p.toml"), "cannot read nowhere.json"),
    (("profile", "import", "nowhere.pdf"), "cannot read nowhere.pdf"),
    (("import", "nowhere.json"), "cannot read nowhere.json"),
    (("demo", "--once", "--companies", "0"), "companies"),
    (("--store", "mysql://x/y", "items"), "not a store"),
    (("--store", "jobs.db", "items"), "not a store"),
]


@pytest.mark.parametrize(("words", "said"), WORDS, ids=lambda one: " ".join(one) if isinstance(one, tuple) else "")
def test_words_that_are_wrong(cli: Cli, words: tuple[str, ...], said: str) -> None:
    refused(cli(*words), said)


@pytest.mark.parametrize("command", ["why", "show"])
@pytest.mark.parametrize("target", [URL, "job:greenhouse:x:1", "0123abcd", "not an address"])
def test_nothing_known_is_a_no(cli: Cli, command: str, target: str) -> None:
    refused(cli(command, target), target, code=1)


FILES = [
    (("profile", "import"), "profile.toml", 'titles = ["a"\n', "not valid TOML"),
    (("profile", "import"), "profile.toml", 'tittles = ["a"]\n', "did you mean titles"),
    (("profile", "import"), "resume.json", '{"basics": ', "not valid JSON"),
    (("profile", "import"), "resume.json", '{"a": 1}', "no JSON Resume"),
    (("profile", "import"), "resume.pdf", RESUME, "PDF"),
    (("prefs", "set", "--file"), "prefs.toml", "min_score = \n", "not valid TOML"),
    (("prefs", "set", "--file"), "prefs.toml", "min_scor = 50\n", "did you mean min_score"),
    (("prefs", "set", "--file"), "prefs.toml", "min_score = 500\n", "min_score cannot be 500"),
    (("import",), "items.json", "", "empty"),
    (("import",), "items.json", '[{"type": "job"', "items.json"),
    (("import",), "items.json", f'[{{"type": "job", "url": "{URL}"}}, {{"type": "dog"}}]', "record 2"),
    (("import",), "items.jsonl", '{"type": "job", "url": "ftp://x.example/"}\n', "url"),
    (("submit", "--file"), "urls.txt", f"{URL}\nhttp://10.0.0.1/\n", "only public sites by name"),
]


@pytest.mark.parametrize(("words", "name", "text", "said"), FILES)
def test_files_that_are_wrong(
    cli: Cli, tmp_path: Path, words: tuple[str, ...], name: str, text: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(text)
    refused(cli(*words, path), said)
    assert cli("items", "--json").json == []


def test_a_file_that_is_not_text(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "items.json").write_bytes(b"\xff\xfe\x00")
    refused(cli("import", tmp_path / "items.json"), "not UTF-8")


def test_two_postings_are_not_one(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "read.json").write_text('{"postings": [{"title": "a"}, {"title": "b"}]}')
    (tmp_path / "profile.toml").write_text('titles = ["a"]')
    ran = cli("score", "--posting", tmp_path / "read.json", "--profile", tmp_path / "profile.toml")
    refused(ran, "read.json", "2 postings")


# ---------------------------------------------------------------- stores


def test_a_store_of_a_newer_version(cli: Cli, tmp_path: Path) -> None:
    cli("items", "--json")
    with sqlite3.connect(tmp_path / "store.db") as store:
        store.execute("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    refused(cli("items"), "9999", HEAD, "newer")


def test_a_store_in_a_folder_that_cannot_be_made(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    refused(cli("items", "--store", f"sqlite:///{tmp_path}/file/deep/store.db"), "file/deep/store.db")


def test_a_file_that_is_no_database(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear reader, " * 500)
    refused(cli("items", "--store", f"sqlite:///{tmp_path}/letter.db"), "letter.db", "not a database")
    assert (tmp_path / "letter.db").read_text().startswith("Dear reader")


def test_an_export_to_where_nothing_can_be_written(cli: Cli, tmp_path: Path) -> None:
    refused(cli("export", tmp_path / "nowhere" / "all.jsonl"), "cannot write")


def test_a_server_that_is_not_there(cli: Cli) -> None:
    refused(cli("items", "--store", "postgresql://nobody@127.0.0.1:1/none"), "cannot be used")


# ---------------------------------------------------------------- tracebacks


def test_a_traceback_is_shown_only_when_asked_for(cli: Cli) -> None:
    assert "Traceback" not in cli("submit", "ftp://x.example/").err
    shown = cli("submit", "ftp://x.example/", "--debug")
    assert shown.code == 2
    assert "Traceback" in shown.err
    assert "UsageError" in shown.err
