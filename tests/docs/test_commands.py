"""docs/commands.md is what the commands say of themselves."""

from __future__ import annotations

from pathlib import Path

from jobfinder.faces.cli import app
from jobfinder.faces.reference import text

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_is_up_to_date() -> None:
    written = "write it anew: python -m jobfinder.faces.reference > docs/commands.md"
    assert PAGE.read_text("utf-8") == text(), written


def test_every_command_is_on_the_page() -> None:
    page = text()
    for name, command in app.resolved_commands().items():
        if not name.startswith("-"):
            assert f"\n## jobfinder {name}\n" in page
            assert command.help, f"{name} has no help"
