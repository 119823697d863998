"""A page that the seeker saved, or text that they copied, as the posting that an item brings along.

Pure. Called by the faces for `submit --page`; the item then goes the way of every item that carries a posting: nothing
is asked of the web for it. The page is read by whoever would read it had it been fetched, else as any page; plain text
in which no reader finds a posting is one all the same: its first line is the title. Raises `UsageError` for what holds
no posting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from jobfinder.boards import page, registry
from jobfinder.boards.parts import fill
from jobfinder.errors import Broken, Gone, UsageError
from jobfinder.model import JobQueueItem, Page, Place, Posting, Ref, RefKind, Response
from jobfinder.read import urls
from jobfinder.read.text import tidy

INSTEAD = "save the page of the one posting, or copy its text into a file: the title on the first line, then the rest"
SHORTEST = 80
LONGEST_TITLE, LONGEST_NAME = 200, 80
"""Characters of a text that can be a posting; of a line that can be a title, of a name that can be an employer's."""
DOTS = re.compile(r"\s[·•|]\s")


def with_page(item: JobQueueItem, content: bytes) -> JobQueueItem:
    """`item`, carrying the posting that `content` holds."""
    if item.type != "job":
        raise UsageError(f"a saved page belongs to a job, not to a {item.type}")
    if item.sub_task == "scrape":
        raise UsageError("a saved page is there instead of scrape: leave the sub_task out")
    posting = posting_of(urls.canonical(item.url or ""), content)
    given = replace(posting, company=posting.company or item.company_name)
    return replace(item, scraped_data={"title": given.title, "posting": msgspec.to_builtins(given)})


def posting_of(url: str, content: bytes) -> Posting:
    """The posting on the saved page of `url`."""
    ref = registry.recognize(url)
    if ref.kind in (RefKind.BOARD, RefKind.FEED):
        raise UsageError(f"{url} is the address of a list of postings, and a page is taken for one of them: {INSTEAD}")
    found = next((one for read in readings(ref, content) if (one := read.postings)), ())
    if len(found) == 1:
        return replace(found[0], url=found[0].url or ref.url)
    if found:
        raise UsageError(f"the page holds {len(found)} postings, not one: {INSTEAD}")
    posting = from_text(ref, content)
    if posting is None:
        raise UsageError(f"no posting can be read on the page: {INSTEAD}")
    return posting


def readings(ref: Ref, content: bytes) -> Iterator[Page]:
    """What the readers make of the page, the surest first. Raises `UsageError` where it says that the role is gone."""
    anybody = Ref(board=page.NAME, kind=RefKind.UNKNOWN, key="", url=ref.url)
    reason = None
    for reader in (ref, anybody):
        try:
            read = registry.parse(reader, Response(url=ref.url, status=200, body=content))
        except Broken as error:
            reason = error
            continue
        except Gone as error:
            raise UsageError(f"the page holds no posting any more: {error}") from None
        if read.closed is not None:
            raise UsageError(f"the page says that the role is gone: {read.closed}")
        yield read
    if reason is not None and content.startswith(b"%PDF"):
        raise UsageError(str(reason))


def from_text(ref: Ref, content: bytes) -> Posting | None:
    """Text as it was copied: its first line is the title. Null for markup, for data, and for a few words."""
    text = page.text_of(Response(url=ref.url, status=200, body=content))
    if text is None or text.lstrip("\ufeff \r\n\t")[:1] in ("<", "{", "["):
        return None
    title, _, rest = tidy(text).partition("\n")
    if not title.strip() or len(title) > LONGEST_TITLE or len(rest.strip()) < SHORTEST:
        return None
    said = fill.description("", rest)
    own = ref.kind is RefKind.POSTING
    company, where = byline(rest.strip().partition("\n")[0])
    return Posting(
        title=title.strip("# *"),
        company=company,
        url=ref.url,
        board=ref.board if own else None,
        token=ref.token if own else None,
        external_id=ref.external_id if own else None,
        locations=where,
        remote=fill.remote(title, *(place.text for place in where)),
        salary=fill.pay(None, said, where),
        description_text=said.text,
        language=said.language,
    )


def byline(line: str) -> tuple[str | None, tuple[Place, ...]]:
    """Employer and places out of a second line like "Fernbrook · Berlin, Germany · 2 weeks ago", if it is one."""
    parts = [part.strip() for part in DOTS.split(line) if part.strip()]
    where = tuple(place for part in parts[1:] for place in fill.locations([part]) if place.city or place.country)
    return (parts[0], where) if where and len(parts[0]) <= LONGEST_NAME else (None, ())
