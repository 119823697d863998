"""What several steps make of what they read: names of a posting, its employer, sources worth trying."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.boards.sightings import Sighting
from jobfinder.model import EntityType, Job, Posting, Ref, RefKind, Source, SourceState
from jobfinder.read import urls
from jobfinder.steps.interface import Employer, Seen, Spawn

NO_WORD = re.compile(r"\W+")
CONFIDENT = 0.6
"""Sources surer than this are tried at once; others wait for the seeker's word."""


LONG = 20_000
"""Characters of a posting's text that no honest one has, and that take long enough to read to be felt by others."""


def is_long(posting: Posting) -> bool:
    """Is its text to be read where it can be stopped (`Outside.read`)?"""
    return len(posting.description_text or "") + len(posting.description_html or "") > LONG


def posting_keys(posting: Posting, ref: Ref | None = None) -> tuple[str, ...]:
    """The names of a posting, strongest first: its id on its board, then its addresses."""
    keys = [ref.key] if ref is not None and ref.kind is RefKind.POSTING else []
    if posting.board and posting.token and posting.external_id:
        keys.append(f"job:{posting.board}:{posting.token}:{posting.external_id}")
    if posting.url and (not keys or (posting.external_id or "") in posting.url):
        # An address without the id may be that of all postings of its board: it names none of them.
        seen = registry.recognize(posting.url)
        keys.append(seen.key if seen.kind is RefKind.POSTING else f"job:url:{urls.identity(posting.url)}")
    return tuple(dict.fromkeys(keys))


def seen(posting: Posting, employer: Employer | None, source_url: str, *, whole: bool) -> Seen | None:
    """A posting of a listing; `whole` says that its text is all there. Null where it has no name to go by."""
    keys = posting_keys(posting)
    if not keys and posting.url is None and (name := heading(posting.title)):
        # It stands on the page of the list itself: there is nothing more to read.
        posting = replace(posting, url=f"{source_url.partition('#')[0]}#{name}")
        keys, whole = (f"job:page:{urls.identity(source_url)}:{name}",), True
    if not keys:
        return None
    job = Job(url=posting.url, title=posting.title, company_name=posting.company, company_url=posting.company_url)
    return Seen(keys=keys, job=job, posting=posting if whole else None, employer=employer)


def heading(title: str) -> str:
    """A title as the fragment of an address: that of a posting on a page of several."""
    return NO_WORD.sub("-", title.casefold()).strip("-")[:80]


def source_key(ref: Ref, url: str) -> str:
    """The name of a source: its board, or its address."""
    return ref.key if ref.kind in (RefKind.BOARD, RefKind.FEED) else f"source:page:{urls.identity(url)}"


def source_spawn(ref: Ref, url: str, *, confidence: float, why: str, employer: Employer | None = None) -> Spawn:
    """A source that came to light: tried at once if sure enough, else a candidate with the reason."""
    known = ref.kind in (RefKind.BOARD, RefKind.FEED)
    sure = confidence >= CONFIDENT
    doc = Source(
        url=url,
        board=ref.board if known else "page",
        token=ref.token if known else None,
        region=ref.region if known else None,
        state=SourceState.PROPOSED if sure else SourceState.CANDIDATE,
        reason=None if sure else f"{why}; confidence {confidence:.0%}",
        confidence=confidence,
    )
    owner = None if known and registry.shared(ref.board) else employer
    return Spawn(type=EntityType.SOURCE, keys=(source_key(ref, url),), doc=doc, company=owner, work=sure, why=why)


def row_ref(row: Mapping[str, Any]) -> Ref:
    """What a stored row of a company's boards and careers pages stands for."""
    return registry.known(row["url"], row.get("board") or "page", row.get("token"), row.get("region"))


def board_url(ref: Ref) -> str:
    """The canonical address of the board behind `ref`, or its own."""
    return registry.source_url(ref) or ref.url


def from_sighting(sighting: Sighting, employer: Employer | None = None) -> Spawn:
    """The source that a page gave away."""
    ref = registry.board_ref(sighting.ref) or sighting.ref
    why = f"{sighting.how}: {sighting.quote[:160]}"
    return source_spawn(ref, board_url(ref), confidence=sighting.confidence, why=why, employer=employer)
