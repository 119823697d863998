"""probe: one real listing. A source is enabled only when a posting could be read from it."""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Gone
from jobfinder.model import SourceState, Step
from jobfinder.steps.interface import Employer, Found, Given, Outside, SetSource
from jobfinder.steps.web import read


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `found`, or `nothing` with the reason."""
    source = given.source
    assert source is not None
    ref = registry.known(source.url, source.board, source.token, source.region)
    try:
        page, _ = await read(ref, outside)
    except Gone as gone:
        return Found(outcome="nothing", reason=f"not there: {gone}")
    if not page.postings:
        return Found(outcome="nothing", reason="it answers, but lists no posting; it is looked at again in a week")
    total = page.total if page.total is not None else len(page.postings)
    enabled = replace(source, state=SourceState.ENABLED, reason=None, expected=total)
    change = SetSource(source=enabled, employer=None if given.company else employer(given, page.postings[0].company))
    reason = f"lists {total} posting{'s' if total != 1 else ''}, read by {page.reader}"
    return Found(outcome="found", reason=reason, output=given.outputs.get(Step.DISCOVER), changes=(change,))


def employer(given: Given, name: str | None) -> Employer | None:
    """Whose board it is. A feed or page of many employers belongs to none of them."""
    source = given.source
    if source is None or source.token is None or registry.shared(source.board):
        return None
    return Employer(name=name, board=(source.board, source.token), source_key=source.url)
