"""scrape: read the posting behind the address. What turns out to be no posting leads on to what it is."""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone, StepError
from jobfinder.match import extract
from jobfinder.model import Company, EntityType, Page, Posting, Ref, RefKind, Response
from jobfinder.read import urls
from jobfinder.steps.found import CONFIDENT, from_sighting, heading, posting_keys, source_spawn
from jobfinder.steps.interface import Change, Employer, Found, Given, Learn, Outside, SetPosting, Spawn
from jobfinder.steps.web import Leads, leads, read

STATED = 1.0
"""What a page states as data. Less was guessed from its prose or its scripts: a board in a frame knows better."""


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `read`; `led-on` where it is a listing or a company; `nothing` where it is none of these."""
    assert given.job is not None
    assert given.job.url is not None
    ref = registry.known_posting(given.job.url, given.key)
    page, response = await read(ref, outside)
    landed = registry.recognize(response.url)
    if ref.kind is RefKind.POSTING and response.redirected_from and landed.kind in (RefKind.BOARD, RefKind.COMPANY):
        raise Gone(f"{ref.url} redirects to the list of its board, {response.url}")
    if page.closed is not None:
        raise Gone(f"the page says: {page.closed}", certain=True)
    if (name := given.job.url.partition("#")[2]) and given.key.startswith("job:page:"):
        return on_page(given.job.url, name, page)
    found = page.kind is RefKind.POSTING and bool(page.postings)
    if found and page.confidence >= STATED:
        return posting_found(page.postings[0], page, landed)
    if page.postings and landed.kind in (RefKind.BOARD, RefKind.FEED):
        # Its address says what it is, and its answer may be huge: nothing else is looked for in it.
        return lists(landed, page, response)
    seen = await outside.read(leads, response)
    framed = await in_frame(ref, seen, outside)
    if framed is not None:
        return framed
    if found:
        posting, by = await completed(given, page, outside)
        return posting_found(posting, page, landed, by)
    if given.posting is not None:
        raise no_more(response)
    return otherwise(landed, page, response, seen)


def on_page(url: str, name: str, page: Page) -> Found:
    """The posting of that heading on a page that shows several. Raises `Gone` where it stands there no more."""
    one = next((posting for posting in page.postings if heading(posting.title) == name), None)
    if one is None:
        raise Gone(f"{url.partition('#')[0]} does not list it any more")
    reason = f"{one.title}, read by {page.reader}"
    output = {"reader": page.reader, "confidence": page.confidence, "url": url}
    return Found(outcome="read", reason=reason, output=output, changes=(SetPosting(posting=replace(one, url=url)),))


async def completed(given: Given, page: Page, outside: Outside) -> tuple[Posting, str]:
    """The posting of an unsure page, with what a language model finds there word for word; and what came of asking.

    Whatever keeps it from answering, the posting is saved as it was read.
    """
    posting = page.postings[0]
    if not given.asks or page.confidence >= extract.SURE or not extract.missing(posting):
        return posting, ""
    try:
        answer = await outside.ask(extract.question(posting))
    except StepError as error:
        return posting, f"; not completed by a model: {error}"
    copied = extract.read(answer.text)
    if copied is None:
        return posting, f"; {answer.model} gave no answer that can be read"
    return extract.filled(posting, copied, given.now), f"; completed by {answer.model}"


def posting_found(posting: Posting, page: Page, ref: Ref, by: str = "") -> Found:
    """The posting, and the names it goes by from now on. `by` says who else helped to read it."""
    changes: tuple[Change, ...] = (Learn(keys=posting_keys(posting, ref)), SetPosting(posting=posting))
    sure = f" ({page.confidence:.0%} sure)" if page.confidence < 1 else ""
    return Found(
        outcome="read",
        reason=f"{posting.title}, read by {page.reader}{sure}{by}",
        output={"reader": page.reader, "confidence": page.confidence, "url": ref.url},
        changes=changes,
    )


async def in_frame(ref: Ref, seen: Leads, outside: Outside) -> Found | None:
    """The posting that the page shows in a frame, or null."""
    for sighting in seen.boards:
        framed = framed_posting(ref, sighting.ref)
        if framed is not None:
            inner, _ = await read(framed, outside)
            if inner.postings:
                return posting_found(inner.postings[0], inner, framed)
    return None


def no_more(response: Response) -> StepError:
    """A posting was read here before. Redirected, it seems gone; on a page that stays, the reading is what fails."""
    if response.redirected_from:
        return Gone(f"{response.redirected_from[0]} redirects to {response.url}, which is no posting")
    return Broken(f"{response.url} held a posting, and none can be read there now")


def otherwise(landed: Ref, page: Page, response: Response, seen: Leads) -> Found:
    """Not a posting: a listing, or a page of a company."""
    if seen.boards and seen.boards[0].confidence >= CONFIDENT:
        return led_on(f"not a posting: it leads to a board ({seen.boards[0].how})", (from_sighting(seen.boards[0]),))
    if page.postings or page.kind is RefKind.FEED:
        return lists(landed, page, response)
    return company_of(response, seen)


def lists(landed: Ref, page: Page, response: Response) -> Found:
    """A listing: its source is what was meant."""
    why = f"the page lists {len(page.postings)} postings"
    spawn = source_spawn(landed, response.url, confidence=page.confidence, why=why)
    return led_on(f"not a posting: it lists {len(page.postings)}", (spawn,))


def framed_posting(ref: Ref, board: Ref) -> Ref | None:
    """The posting that a company's page shows in a frame: the page's address has its id, the frame its board."""
    return registry.posting_ref(board, ref.external_id) if ref.external_id else None


def company_of(response: Response, seen: Leads) -> Found:
    """A page of a company's own site is a way to the company; a vendor's page leads nowhere."""
    site = urls.site(response.url)
    if site is None or registry.is_vendor(site):
        return Found(outcome="nothing", reason="neither a posting nor a listing can be read on this page")
    home = f"https://{urls.host(response.url)}/"
    if not seen.careers and urls.identity(response.url) != urls.identity(home):
        return Found(outcome="nothing", reason="no posting, no board and no way to the company's openings on this page")
    spawn = Spawn(
        type=EntityType.COMPANY,
        keys=(f"company:{site}",),
        doc=Company(website=home),
        company=Employer(website=home),
        why="its page was submitted",
    )
    return led_on("not a posting: a page of a company, whose openings are looked for", (spawn,))


def led_on(reason: str, spawns: tuple[Spawn, ...]) -> Found:
    return Found(outcome="led-on", reason=reason, spawns=spawns)
