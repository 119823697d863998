"""Notion sites, `{token}.notion.site`: pages that some employers use as a board, one for each opening.

Pure; called through `boards.registry`. The root of a site is its board, and so is a page that its address calls one
("Careers-at-Mosswork-…"); other pages whose address ends in 32 hexadecimal digits are what it lists. Notion draws its
pages in the browser: what it sends has a title at most, so only pages that somebody saved there can be read.
`notion.so` and `notion.com` host all kinds of things and belong to nobody here.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, fill, hosted, refs, tenants
from jobfinder.boards.parts.exchange import is_markup
from jobfinder.errors import Broken
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Document

NAME = "notion"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("notion.site",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "notion.site"
ID = re.compile(r"(?:(.{0,200})-)?([0-9a-f]{32})", re.DOTALL)
LIST = re.compile(
    r"(?:careers?|jobs?)(?:-(?:at|page|board)(?:-.{0,100})?)?|(?:open|current)-(?:roles|positions|jobs).{0,100}|"
    r"(?:join|work-with|work-at)-(?:us|our).{0,100}|we-?(?:are|re)-hiring.{0,100}"
)
TEXT = ".notion-page-content"


def match(url: str) -> Ref | None:
    """The root of a site, and its pages by their ids, under any words. Pages with a name only are nobody's."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None:
        return None
    if not parts.segments:
        return refer(name)
    found = ID.fullmatch(parts.segments[-1].lower())
    if found and found[1] and LIST.fullmatch(found[1]):
        return refs.board(NAME, name, f"https://{name}.{DOMAIN}/{quote(found[1])}-{found[2]}")
    return refer(name, found[2]) if found else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site, or the page of that id."""
    name, found = tenants.label(token), ID.fullmatch((external_id or "").lower())
    if name is None or (external_id and found is None):
        return None
    home = f"https://{name}.{DOMAIN}/"
    return refs.posting(NAME, name, found[2], f"{home}{found[2]}") if found else refs.board(NAME, name, home)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The links of a site's page, or the text of an opening's."""
    if not is_markup(response):
        raise Broken("Notion answered something that is no page")
    shown = _shown(ref, hosted.document(response)) if ref.kind is RefKind.POSTING or ref.token is None else None
    if shown is None:
        return hosted.parse(ref, response, match)
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(hosted.named(ref, shown),), complete=False)


marks = unmarked


def _shown(ref: Ref, document: Document) -> Posting | None:
    """The opening of a page that has a text."""
    title = cards.text(document, "h1") or document.meta("og:title")
    said = fill.description(cards.html(document, TEXT))
    if not title or not said.text:
        return None
    return Posting(
        title=title,
        url=ref.url or None,
        remote=fill.remote(title),
        salary=fill.pay(None, said, ()),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


# ---------------------------------------------------------------- examples

ID_1 = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
HOME = f"https://join-mosswork.{DOMAIN}/"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}Lens-Grinder-{ID_1}?pvs=4",
        ref=refs.posting(NAME, "join-mosswork", ID_1, f"{HOME}{ID_1}"),
        spellings=(f"http://Join-Mosswork.{DOMAIN}/{ID_1.upper()}#top", f"{HOME}Careers/Lens-{ID_1}/"),
        body="""<!DOCTYPE html><html><body><h1>Lens Grinder</h1>
            <div class="notion-page-content"><p>You grind lenses.</p></div></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Lens Grinder",
                    url=f"{HOME}{ID_1}",
                    board=NAME,
                    token="join-mosswork",
                    external_id=ID_1,
                    description_html="<p>You grind lenses.</p>",
                    description_text="You grind lenses.",
                ),
            ),
        ),
    ),
    Example(
        url=HOME,
        ref=refs.board(NAME, "join-mosswork", HOME),
        spellings=(
            f"http://Join-Mosswork.{DOMAIN}",
            f"{HOME}?pvs=4#top",
            f"{HOME}Careers-at-Mosswork-1ffefe30d9df80cd844ece1449cc0017",
        ),
        body=f"""<!DOCTYPE html><html><body><h1>Join us</h1>
            <a href="{HOME}Lens-Grinder-{ID_1}?pvs=25">Lens Grinder</a></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader="links",
            complete=False,
            postings=(
                Posting(
                    title="Lens Grinder",
                    url=f"{HOME}{ID_1}",
                    board=NAME,
                    token="join-mosswork",
                    external_id=ID_1,
                ),
            ),
        ),
    ),
)
