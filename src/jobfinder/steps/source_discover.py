"""discover: what is behind the address: a board, a feed, or a page that lists postings?"""

from __future__ import annotations

from jobfinder.boards import registry
from jobfinder.model import RefKind
from jobfinder.steps.found import CONFIDENT, from_sighting, source_spawn
from jobfinder.steps.interface import Employer, Found, Given, Outside
from jobfinder.steps.web import leads, read


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `found`, `led-on` where the page leads to a board, or `nothing`."""
    source = given.source
    assert source is not None
    ref = registry.known(source.url, source.board, source.token, source.region)
    if ref.kind in (RefKind.BOARD, RefKind.FEED):
        output = {"url": source.url, "board": ref.board, "token": ref.token}
        return Found(outcome="found", reason=f"{ref.board} by its address", output=output)
    page, response = await read(ref, outside)
    employer = Employer(name=given.company.name, website=given.company.website) if given.company else None
    seen = await outside.read(leads, response)
    if seen.boards and seen.boards[0].confidence >= CONFIDENT:
        spawn = from_sighting(seen.boards[0], employer)
        return Found(outcome="led-on", reason=f"leads to a board: {spawn.why}", spawns=(spawn,))
    if page.kind is RefKind.FEED or page.postings:
        output = {"url": response.url, "board": "page", "token": None}
        return Found(outcome="found", reason=f"lists {len(page.postings)} postings itself", output=output)
    onward = [link for link in seen.careers if link[0] not in (source.url, response.url)]
    if onward and given.company is None:
        url, sure, words = onward[0]
        spawn = source_spawn(registry.recognize(url), url, confidence=sure, why=f"careers page: {words}")
        return Found(outcome="led-on", reason=f"leads to a careers page: {url}", spawns=(spawn,))
    return Found(outcome="nothing", reason="no board, feed or list of postings can be read on this page")
