"""Pages of a SuccessFactors career site (Recruiting Marketing): a page of the search, the page of a posting.

Pure. Called by `boards.successfactors`. Sites are laid out by their owners; what they share are classes of the list,
`data-careersite-propertyid` and `itemprop` on the page of a posting. To extend: a property in `posting`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jobfinder.boards.parts import fill
from jobfinder.model import Page, Posting, Ref, RefKind
from jobfinder.read import dates, fields
from jobfinder.read.dom import Document, Element

ROWS = "tr.data-row, li.job-tile"
TITLE = "a.jobTitle-link, a.jobTitle"
WHERE = ".jobLocation, [id*='-location-value'], [id*='-city-value']"
NOTHING = re.compile(r"there are currently no open positions|no results (?:were )?found", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d,.]{0,11}")
MORE = re.compile(r"(?:(?<!\s)\s+)?\+\d{1,4} more…?.*$")
JAVA_DATE = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) [\d:]{5,8} [A-Z]{2,5} (\d{4})")
Refer = Callable[[str], Ref | None]
"""What an address is to SuccessFactors."""


def listing(ref: Ref, document: Document, match: Refer, reader: str) -> Page | None:
    """A page of the search; null where the page is none. `next` is left to the caller."""
    rows = document.select(ROWS)
    found = {posting.external_id: posting for row in rows if (posting := _listed(ref, row, document, match))}
    total = _total(document)
    if not found and total != 0 and not NOTHING.search(document.text()[:20_000]):
        return None
    known = total if total is not None or found else 0
    return Page(kind=RefKind.BOARD, reader=reader, postings=tuple(found.values()), complete=False, total=known)


def posting(ref: Ref, document: Document, board: str) -> Posting | None:
    """The posting that a page shows; null where it shows none."""
    title, text = _said(document, "title"), document.first("span.jobdescription, .jobdescription, .joqReqDescription")
    if title is None or text is None:
        return None
    said = fill.description(text.html, stated_language=text.attr("lang"))
    where = _places(document)
    form = document.first("a.dialogApplyBtn[href], .applylink a[href]")
    return Posting(
        title=title,
        company=document.meta("hiringOrganization") or _said(document, "company"),
        url=ref.url,
        apply_url=document.join(form.attr("href")) if form else None,
        board=board,
        token=ref.token,
        external_id=ref.external_id,
        locations=fill.locations([where]),
        remote=fill.remote(where, title),
        employment_type=fields.employment(_said(document, "shifttype") or ""),
        department=_said(document, "dept", "department"),
        salary=fill.pay(None, said, fill.locations([where])),
        posted_at=_date(document.meta("datePosted") or _said(document, "date")),
        closes_at=_date(document.meta("validThrough")),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=_said(document, "adcode"),
    )


# ---------------------------------------------------------------- parts


def _listed(ref: Ref, row: Element, document: Document, match: Refer) -> Posting | None:
    link = row.first(TITLE)
    url = document.join(link.attr("href")) if link else None
    own = match(url) if url else None
    if link is None or own is None or own.external_id is None or not link.text:
        return None
    where, team, day = (row.first(css) for css in (WHERE, ".jobDepartment", ".jobDate"))
    stated = MORE.sub("", where.text) if where else None
    return Posting(
        title=link.text,
        url=own.url,
        board=own.board,
        token=ref.token or own.token,
        external_id=own.external_id,
        locations=fill.locations([stated]),
        remote=fill.remote(stated, link.text),
        department=(team.text or None) if team else None,
        posted_at=dates.iso(day.text) if day else None,
    )


def _total(document: Document) -> int | None:
    """How many postings the search has found, in the last number of "Results 1 – 25 of 1,204"."""
    label = document.first(".paginationLabel, #tile-search-results-label")
    numbers = NUMBER.findall(label.text) if label else []
    return int(re.sub(r"\D", "", numbers[-1])) if numbers else None


def _said(document: Document, *names: str) -> str | None:
    """The first of these properties that the page shows."""
    for name in names:
        element = document.first(f"[data-careersite-propertyid='{name}'], [itemprop='{name}']:not(meta)")
        if element is not None and element.text:
            return element.text
    return None


def _places(document: Document) -> str | None:
    shown = document.first(".jobGeoLocation, [data-careersite-propertyid='location']")
    if shown is not None and shown.text:
        return MORE.sub("", shown.text)
    parts = [_said(document, name) for name in ("city", "state", "country")]
    return ", ".join(part for part in parts if part) or None


def _date(stated: str | None) -> str | None:
    """A date as pages show it, or as Java prints it ("Mon Mar 02 00:00:00 UTC 2026")."""
    printed = JAVA_DATE.fullmatch(stated or "")
    return dates.iso(f"{printed[2]} {printed[1]} {printed[3]}" if printed else stated)
