"""Every reader on ten thousand damaged answers: a page or an error of ours comes out, and nothing is ever stuck.

The answers begin as the adapters' own examples and, where they are there, the recorded payloads.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from boards.mutate import fuzz
from boards.seeds import seeds
from jobfinder.boards import registry
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import Parsing

TOTAL = 10_000
EACH = -(-TOTAL // len(registry.ADAPTERS))
WATCHDOG = Parsing(seconds=120, patience=1200)


@pytest.fixture(scope="module")
def parsers() -> Iterator[Parsers]:
    """Processes that can be stopped."""
    pool = Parsers(["boards.mutate"])
    yield pool
    pool.close()


@pytest.mark.parametrize("board", registry.names())
async def test_a_damaged_answer_is_a_page_or_an_error_of_ours(parsers: Parsers, board: str) -> None:
    begun = seeds(board)
    assert begun, "an adapter without an example that is read"
    each = -(-EACH // len(begun))
    reports = [await parsers.read(WATCHDOG, fuzz, seed, each, 1) for seed in begun]
    defects = [defect for report in reports for defect in report.defects]
    assert not defects, "\n".join(defects[:10])
    assert sum(report.tried for report in reports) >= EACH
    assert any(report.pages for report in reports), "damage is not all that is read"
