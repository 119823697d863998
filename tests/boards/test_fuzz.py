"""Every reader on ten thousand damaged answers: a page or an error of ours comes out, and nothing is ever stuck.

The answers begin as the adapters' own examples and, where they are there, the recorded payloads.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from boards.generic import BODIES, generic
from boards.mutate import Reader, Report, as_leads, as_page, as_site, damaged, fuzz
from boards.seeds import seeds
from jobfinder.boards import registry
from jobfinder.outside.parsers import Parsers
from jobfinder.outside.settings import Parsing

TOTAL = 10_000
EACH = -(-TOTAL // (len(registry.ADAPTERS) + len(BODIES)))
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
    count = -(-EACH // len(begun))
    reports = [await parsers.read(WATCHDOG, fuzz, seed, count, 1) for seed in begun]
    sound(reports)
    assert sum(report.tried for report in reports) >= EACH
    assert any(report.pages for report in reports), "not every damage makes it unreadable"


@pytest.mark.parametrize("reader", [as_page, as_leads, as_site])
@pytest.mark.parametrize("name", BODIES)
async def test_so_is_one_that_belongs_to_no_board(parsers: Parsers, name: str, reader: Reader) -> None:
    sound([await parsers.read(WATCHDOG, fuzz, generic(name), EACH, 1, reader)])


def sound(reports: list[Report]) -> None:
    """No defects came out."""
    defects = [defect for report in reports for defect in report.defects]
    assert not defects, "\n".join(defects[:10])


def test_the_damage_is_real_and_always_the_same() -> None:
    body = generic("linked data").body
    first, again = (Random("x"), Random("x"))
    made = [damaged(body, first) for _ in range(200)]
    assert made == [damaged(body, again) for _ in range(200)]
    assert sum(one != body for one in made) > 150
    assert len(set(made)) > 150
