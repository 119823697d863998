"""`import` and `export`."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest

from faces.conftest import Cli
from jobfinder.demo.server import DemoWeb

ITEMS = [
    {"id": "a", "type": "job", "url": "https://boards.greenhouse.io/harborlight/jobs/1", "status": "pending"},
    {"id": "b", "type": "job", "url": "https://boards.greenhouse.io/harborlight/jobs/2", "status": "success"},
]


def test_items_are_taken_up_once(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "items.json"
    path.write_bytes(msgspec.json.encode(ITEMS))
    assert cli("import", path).out == "1 item to do, 1 kept as history, 0 known already\n"
    assert cli("import", path, "--json").json == {"new": 0, "history": 0, "known": 2}
    assert {row["id"]: row["status"] for row in cli("items", "--json").json} == {"a": "pending", "b": "success"}


def test_everything_comes_out_as_json_lines(cli: Cli, known: DemoWeb, tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    ran = cli("export", path)
    assert (ran.code, ran.out) == (0, "")
    records = [msgspec.json.decode(line) for line in path.read_text().splitlines()]
    assert f"{len(records):,} records written" in ran.err
    kinds = {record["kind"] for record in records}
    assert kinds >= {"export", "profile", "preferences", "entity", "match", "item"}
    assert not path.with_name("all.jsonl.part").exists()
    assert len(cli("export", "-").out.splitlines()) == len(records)


def test_what_was_exported_can_be_imported_elsewhere(cli: Cli, known: DemoWeb, tmp_path: Path) -> None:
    cli("export", tmp_path / "all.jsonl")
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert cli("import", tmp_path / "all.jsonl", "--store", other).code == 0
    ids = {row["id"] for row in cli("items", "--json").json}
    assert {row["id"] for row in cli("items", "--json", "--store", other).json} == ids


def test_items_may_come_from_stdin(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(msgspec.json.encode(ITEMS))))
    assert cli("import", "-", "--json").json["new"] == 1
