"""Nothing in the data is obeyed: not as markup, not by the terminal."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from faces.conftest import Cli

ITEM = {
    "id": "evil",
    "type": "job",
    "url": "https://evil.example/jobs/1",
    "company_name": "[red]Evil\x1b[31m",
    "scraped_data": {
        "title": "[bold]Data Engineer[/bold] \x1b]8;;http://x.example\x07\u202e",
        "company": "Evil \x1b[2J\x9b2J",
        "location": "[link=http://x.example]Berlin",
        "description": "<script>alert(1)</script> We use Python\x1b[31m.",
    },
}
COMMANDS = [("jobs",), ("items",), ("show", "evil"), ("why", "evil", "--full"), ("companies",), ("matches",)]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_text_from_elsewhere_is_text(cli: Cli, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "items.json").write_bytes(msgspec.json.encode([ITEM]))
    assert cli("import", tmp_path / "items.json").code == 0
    cli("run", "--steps", 4)
    ran = cli(*words)
    assert ran.code == 0
    assert not set("\x1b\x07\x9b\u202e") & set(ran.out)
    if words[0] in ("jobs", "show", "why"):
        assert "[bold]Data Engineer[/bold]" in ran.out


def test_what_was_typed_is_not_obeyed_either(cli: Cli) -> None:
    ran = cli("why", "\x1b[31mred")
    assert ran.code == 1
    assert "\x1b" not in ran.err
