"""One item of a feed, whatever its dialect, as a `Posting`.

Pure. Called by `read.feed`. An item is an object of fields under plain names ("pubdate", "jobtype"), each a value or a
list; `read.feed_names` says under which names feeds keep what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.model import Place, Posting, Record, Remote, Salary
from jobfinder.read.currency import currency_of
from jobfinder.read.dates import iso
from jobfinder.read.feed_names import (
    APPLY,
    AUTHOR,
    CITY,
    CLOSES,
    COMPANY,
    COMPANY_URL,
    COUNTRY,
    CURRENCY,
    DEPARTMENT,
    DESCRIPTION,
    EACH,
    HIGH,
    ID,
    LANGUAGE,
    LEVEL,
    LOW,
    MODE,
    PAY,
    PAY_MAX,
    PAY_MIN,
    PERIOD,
    PLACES,
    POSTED,
    REQUISITION,
    STATE,
    TITLE,
    TYPE,
    UPDATED,
    URL,
)
from jobfinder.read.fields import employment, employment_said, is_world, period, remote, remote_scope
from jobfinder.read.language import code, language
from jobfinder.read.level import Level, parse_level
from jobfinder.read.places import place, place_of, split
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import has_tags, plain, unescaped
from jobfinder.read.text import markup as clean_markup
from jobfinder.read.urls import join
from jobfinder.read.values import JSON, Object, amount, objects, raw_texts, text, texts
from jobfinder.read.workplace import workplace

YES = frozenset({"yes", "true", "1", "y"})
NOBODY = re.compile(
    r"^(?:admin\w*|editor\w*|webmaster|info|jobs?|careers?|hr|team|root|noreply|wordpress)$|@", re.IGNORECASE
)
WEBSITE = re.compile(
    r"\bURL:\s{0,5}(?:</?\w{1,10}>\s{0,5}){0,4}<a\s[^>]{0,200}?href=[\"']([^\"']{1,500})[\"']", re.IGNORECASE
)
"""How aggregators name the employer's site in the text of an item."""


class Setting(Record, frozen=True):
    """What the feed says about all of its items. `now` (epoch seconds): when it was asked, for "3 days ago"."""

    url: str
    language: str | None = None
    now: float | None = None


def posting_of(item: Object, setting: Setting) -> Posting | None:
    """The posting that an item describes; null without a title."""
    title = _text(item, TITLE)
    if title is None:
        return None
    markup = _markup(item)
    words = plain(markup) or None
    places, scope = _where(item)
    website = WEBSITE.search(markup[:5000])
    return Posting(
        title=title,
        company=company(item),
        company_url=_address(item, COMPANY_URL, setting) or (join("", website[1]) if website else None),
        url=_address(item, URL, setting),
        apply_url=_address(item, APPLY, setting),
        external_id=_text(item, ID),
        locations=places,
        remote=_remote(item, title, places, scope) or workplace(title, words),
        remote_scope=scope,
        employment_type=employment(_texts(item, TYPE)) or employment_said(title, words),
        department=_department(item),
        seniority=_level(item) or level_of(title),
        salary=_salary(item, places) or (parse_salary(words, _country(places)) if words else None),
        posted_at=_date(item, POSTED, setting.now),
        updated_at=_date(item, UPDATED, setting.now),
        closes_at=_date(item, CLOSES),
        description_html=markup if has_tags(markup) else None,
        description_text=words,
        language=code(_text(item, LANGUAGE)) or language(words) or code(setting.language),
        requisition_id=_text(item, REQUISITION),
    )


def company(item: Object) -> str | None:
    """The employer that an item names in a field of its own."""
    return _text(item, COMPANY)


def level_of(title: str) -> str | None:
    """The seniority that a title states."""
    level = parse_level(title)
    return level.value if level else None


def author(item: Object) -> str | None:
    """Who wrote the item, where that may be an employer."""
    name = _text(item, AUTHOR)
    return None if name is None or NOBODY.search(name) or name.startswith(("http:", "https:")) else name


def _level(item: Object) -> str | None:
    """The level in a field of its own, where it is one of ours."""
    for stated in _texts(item, LEVEL):
        try:
            return Level(stated).value
        except ValueError:
            continue
    return None


# ---------------------------------------------------------------- fields


def _values(item: Object, names: tuple[str, ...]) -> Iterator[JSON]:
    return (item[name] for name in names if name in item)


def _texts(item: Object, names: tuple[str, ...]) -> tuple[str, ...]:
    """The texts under the first of the names that has any."""
    return next((found for value in _values(item, names) if (found := _leaves(value))), ())


def _leaves(value: JSON) -> tuple[str, ...]:
    """The texts in a value; of wrappers such as `<jobtypes><jobtype>` those inside."""
    found = texts(value)
    if found:
        return found
    return tuple(text for part in objects(value) for inner in part.values() for text in texts(inner))


def _text(item: Object, names: tuple[str, ...]) -> str | None:
    return next(iter(_texts(item, names)), None)


def _date(item: Object, names: tuple[str, ...], now: float | None = None) -> str | None:
    stated = (iso(part.strip(), now) for value in _values(item, names) for part in raw_texts(value))
    return next((date for date in stated if date), None)


def _markup(item: Object) -> str:
    """The fullest of the texts; feeds often give an excerpt beside it."""
    parts = [unescaped(part) for value in _values(item, DESCRIPTION) for part in raw_texts(value)]
    return clean_markup(max(parts, key=lambda part: len(part.strip()), default=""))


def _address(item: Object, names: tuple[str, ...], setting: Setting) -> str | None:
    stated = (address for value in _values(item, names) for address in _addresses(value))
    joined = (join(setting.url, address.strip().replace("&amp;", "&")) for address in stated)
    found = next((address for address in joined if address), None)
    return found or (_permalink(item) if names is URL else None)


def _addresses(value: JSON) -> Iterator[str]:
    """Addresses in text, or in the `href` of a link that leads to the item itself."""
    for part in value if isinstance(value, list) else [value]:
        href = part.get("href") if isinstance(part, dict) else None
        if isinstance(href, str):
            if isinstance(part, dict) and part.get("rel", "alternate") == "alternate":
                yield href
        else:
            yield from raw_texts(part)


def _permalink(item: Object) -> str | None:
    return next(
        (join("", name) for name in _texts(item, ("guid", "id")) if name.startswith(("http://", "https://"))), None
    )


def _department(item: Object) -> str | None:
    """Of several categories none is surely the department."""
    for name in DEPARTMENT:
        found = dict.fromkeys((*_leaves(item.get(name)), *_terms(item.get(name))))
        if found:
            return next(iter(found)) if len(found) == 1 else None
    return None


def _terms(value: JSON) -> tuple[str, ...]:
    """Categories as Atom has them."""
    return tuple(term for part in objects(value) if (term := text(part.get("label")) or text(part.get("term"))))


# ---------------------------------------------------------------- where


def _where(item: Object) -> tuple[tuple[Place, ...], str | None]:
    """The places, and where applicants may live. A region without a city is one or the other."""
    places = tuple(dict.fromkeys(_places(item)))
    scopes = [scope for found in places if (scope := remote_scope(found.text) or _area(found))]
    region = _text(item, ("region", "regions"))
    if region and not places:
        named = tuple(place(name) for name in split(region))
        scope = None if any(found.city for found in named) else remote_scope(f"Remote, {region}")
        return ((), scope) if scope else (named, None)
    if not places and (country := _text(item, COUNTRY)) and not region:
        places = (place_of(None, _text(item, STATE), country),)
    return places, scopes[0] if scopes else None


def _area(found: Place) -> str | None:
    """ "EU, US, Canada" and "North America" are no places to work at."""
    return None if found.city or found.country else remote_scope(f"Remote, {found.text}")


def _places(item: Object) -> Iterator[Place]:
    listed = [part for value in _values(item, PLACES) for part in _parts(value)]
    if any(isinstance(part, dict) for part in listed):
        for part in objects(listed):
            yield from _composed(part)
    elif _text(item, CITY):
        yield from _composed(item)
    else:
        for name in (name for part in listed for stated in texts(part) for name in split(stated)):
            yield place(name)


def _parts(value: JSON) -> list[JSON]:
    """What a field on places lists, also inside a wrapper (`<locations><location>`)."""
    listed = value if isinstance(value, list) else [value]
    found: list[JSON] = []
    for part in listed:
        inner = [part[name] for name in ("location", "city", "place") if name in part] if isinstance(part, dict) else []
        wrapped = isinstance(part, dict) and len(part) == 1 and inner
        found += inner[0] if wrapped and isinstance(inner[0], list) else [part]
    return found


def _composed(part: Object) -> Iterator[Place]:
    stated = text(part.get("name")) or text(part.get("location"))
    city, state, country = _text(part, CITY), _text(part, (*STATE, "region")), _text(part, COUNTRY)
    if city or state or country or stated:
        yield place_of(city, state, country, stated) if city or state or country else place(stated or "")


def _country(places: tuple[Place, ...]) -> str | None:
    countries = {found.country for found in places}
    return countries.pop() if len(countries) == 1 else None


def _remote(item: Object, title: str, places: tuple[Place, ...], scope: str | None) -> Remote | None:
    for name, mode in (("ishybrid", Remote.HYBRID), ("isremote", Remote.REMOTE), ("remote", Remote.REMOTE)):
        if any(str(said).casefold() in YES for said in raw_texts(_flag(item.get(name)))):
            return mode
    said = (remote(part) for part in (*_texts(item, MODE), *(found.text for found in places), title))
    anywhere = scope and (not places or is_world(scope))
    return next((mode for mode in said if mode), Remote.REMOTE if anywhere else None)


def _flag(value: JSON) -> JSON:
    return "yes" if value is True or value == [True] else value


# ---------------------------------------------------------------- pay


def _salary(item: Object, places: tuple[Place, ...]) -> Salary | None:
    whole = next((part for value in _values(item, PAY) for part in objects(value)), {})
    low, high = _amount(item, PAY_MIN) or _amount(whole, LOW), _amount(item, PAY_MAX) or _amount(whole, HIGH)
    stated = _text(item, PAY)
    if low or high:
        sign = _text(item, CURRENCY) or _text(whole, CURRENCY)
        unit = _text(item, PERIOD) or _text(whole, EACH)
        sign = currency_of(sign, _country(places)) if sign else None
        return Salary(min=low, max=high, currency=sign, period=period(unit), text=None if whole else stated)
    if stated is None:
        return None
    found = parse_salary(f"Salary: {stated}", _country(places))
    return replace(found, text=stated) if found else None


def _amount(item: Object, names: tuple[str, ...]) -> float | None:
    return next((bound for value in _values(item, names) if (bound := amount(value))), None)
