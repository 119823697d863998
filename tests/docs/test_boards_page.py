"""docs/boards.md says what the adapters say."""

from __future__ import annotations

from pathlib import Path

from jobfinder.boards import catalog
from jobfinder.boards.roster import VENDORS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "boards.md"


def test_the_page_is_what_the_adapters_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalog.text(), "write it anew: see its head"


def test_every_board_has_a_row_and_a_note() -> None:
    text = catalog.text()
    for vendor in VENDORS:
        assert f"\n| {vendor.NAME} | " in text
        assert f"\n- **{vendor.NAME}**: " in text
