"""The page of a posting on an Avature portal: fields with labels, and texts without.

Pure. Called by `boards.avature`. Labels are the employer's own; the usual ones are in the tables below, which is where
another is added.
"""

from __future__ import annotations

from jobfinder.boards.parts import cards, fill
from jobfinder.boards.parts.hosted import Match
from jobfinder.model import Place, Posting, Ref, RefKind, Remote
from jobfinder.read import dates, fields, places
from jobfinder.read.dom import Document, Element

NUMBER = ("req #", "requisition", "requisition id", "req id", "job id", "job number", "reference", "reference number")
TEAM = ("career area", "department", "business unit", "function", "job function", "category", "area of work", "team")
POSTED = ("date", "posted", "date posted", "posted date", "posting date", "date published", "published")
CLOSES = ("closing date", "application deadline", "deadline", "end date", "posting end date")
KIND = ("working time", "employment type", "contract type", "job type", "work type", "time type", "schedule")
MODE = ("remote", "workplace", "workplace type", "work model", "remote type", "work arrangement")
WHERE = ("location", "locations", "job location", "work location", "primary location")
CITY, STATE, COUNTRY = ("city",), ("state", "state/province", "province", "region"), ("country/region", "country")
LONG = 400


def posting(ref: Ref, document: Document, match: Match) -> Posting | None:
    """The posting that a page's fields make; null where the page has none."""
    pairs = tuple(_field(field) for field in document.select(".article__content__view__field"))
    named = cards.labelled(tuple((name, value) for name, value, _ in pairs))
    sections = [(name, markup) for name, value, markup in pairs if markup and (name is None or len(value or "") > LONG)]
    title = document.meta("og:title") or cards.text(document, ".banner__text__title", "h1", "h2")
    if not sections or title is None:
        return None
    said = fill.description(fill.sections(sections), stated_language=document.lang)
    own = match(document.meta("og:url") or document.url)
    where = _places(named)
    workplace = _first(named, MODE)
    return Posting(
        title=title,
        company=named.get("company"),
        url=own.url if own and own.kind is RefKind.POSTING else ref.url,
        board=ref.board,
        token=ref.token or (own.token if own else None),
        external_id=ref.external_id or (own.external_id if own else None),
        locations=where,
        remote=_mode(workplace) or fill.remote(title),
        employment_type=fields.employment(_first(named, KIND) or ""),
        department=_first(named, TEAM),
        salary=fill.pay(None, said, where),
        posted_at=dates.iso(_first(named, POSTED)),
        closes_at=dates.iso(_first(named, CLOSES)),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=_first(named, NUMBER),
    )


def _field(field: Element) -> tuple[str | None, str | None, str]:
    """Label, value and its markup. Hidden fields are copies for scripts."""
    if "visibility--hidden" in (field.attr("class") or ""):
        return None, None, ""
    value = field.first(".article__content__view__field__value")
    name = cards.text(field, ".article__content__view__field__label")
    return name, value.text if value else None, value.html.strip() if value else ""


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _mode(stated: str | None) -> Remote | None:
    return Remote.REMOTE if stated and stated.strip().lower() == "yes" else fill.remote(stated)


def _places(named: dict[str, str]) -> tuple[Place, ...]:
    city, state, country = (_first(named, names) for names in (CITY, STATE, COUNTRY))
    if city or country:
        return (places.place_of(city, state, country),)
    return fill.locations([_first(named, WHERE)])
