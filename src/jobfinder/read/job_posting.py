"""schema.org's JobPosting, in all the shapes that sites give it, as a `Posting`.

Pure. Called by `read.jsonld`. Unknown is null, never a guess; `board` stays null, since a page is none.
To extend: a property is read by one small function below and set in `posting_of`.
"""

from __future__ import annotations

import html
import re

from msgspec.structs import replace

from jobfinder.model import Place, Posting, Remote, Salary
from jobfinder.read.currency import currency_of
from jobfinder.read.dates import iso
from jobfinder.read.dom import Document
from jobfinder.read.fields import employment, employment_said, period, remote
from jobfinder.read.language import code, language
from jobfinder.read.level import parse_level
from jobfinder.read.places import place, place_of, split
from jobfinder.read.profiles import PROFILES
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import has_tags, plain, unescaped
from jobfinder.read.text import markup as clean_markup
from jobfinder.read.urls import site
from jobfinder.read.values import JSON, Object, amount, objects, raw_text, raw_texts, text, texts
from jobfinder.read.workplace import workplace

SECTIONS = ("responsibilities", "qualifications", "educationRequirements", "experienceRequirements", "jobBenefits")
"""Properties that continue the description, in reading order."""
HEADINGS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "educationRequirements": "Education",
    "experienceRequirements": "Experience",
    "jobBenefits": "Benefits",
}
WITHHELD = frozenset({"confidential", "n/a", "na", "unknown", "none", "null", "-"})
MOST_PLACES = 100


def posting_of(item: Object, document: Document, url: str | None) -> Posting | None:
    """The posting that an object describes; null without a title. `url` is its address where it states none."""
    title = text(item.get("title")) or text(item.get("name"))
    if title is None:
        return None
    markup = _markup(item)
    words = plain(markup) or None
    places = _places(item)
    employer = _employer(item)
    return Posting(
        title=title,
        company=_name(employer),
        company_url=_website(employer, document),
        url=_address(item.get("url"), document) or url or None,
        external_id=_identifier(item.get("identifier")),
        locations=places,
        remote=_remote(item, title, places) or workplace(title, words),
        remote_scope=", ".join(texts(item.get("applicantLocationRequirements"))) or None,
        employment_type=employment(raw_texts(item.get("employmentType"))) or employment_said(title, words),
        department=_department(item),
        seniority=level.value if (level := parse_level(title)) else None,
        salary=_salary(item, places) or (parse_salary(words, _country(places)) if words else None),
        posted_at=iso(_date(item, "datePosted")),
        updated_at=iso(_date(item, "dateModified")),
        closes_at=iso(_date(item, "validThrough")),
        description_html=markup if has_tags(markup) else None,
        description_text=words,
        language=code(text(item.get("inLanguage"))) or language(words) or code(document.lang),
    )


# ---------------------------------------------------------------- text


def _markup(item: Object) -> str:
    """The description, and behind it the sections that it does not already contain."""
    whole = unescaped(raw_text(item.get("description")) or "")
    known = plain(whole)
    for name in SECTIONS:
        parts = [unescaped(part) for part in raw_texts(item.get(name))]
        new = [part for part in parts if (shown := plain(part)) and shown not in known]
        if new:
            whole = f"{_block(whole)}<h3>{HEADINGS[name]}</h3>{''.join(_block(part) for part in new)}"
    return clean_markup(whole)


def _block(part: str) -> str:
    if has_tags(part):
        return f"<div>{part}</div>"
    return f"<p>{html.escape(html.unescape(part), quote=False)}</p>".replace("\n", "<br>")


def _date(item: Object, name: str) -> str | None:
    return next(iter(raw_texts(item.get(name))), None)


def _identifier(value: JSON) -> str | None:
    """The value of a PropertyValue, or the identifier itself; its `name` names the employer, not the posting."""
    for part in value[:10] if isinstance(value, list) else [value]:
        found = text(part.get("value")) if isinstance(part, dict) else text(part)
        if found:
            return found
    return None


# ---------------------------------------------------------------- employer


def _employer(item: Object) -> JSON:
    value = item.get("hiringOrganization") or item.get("hiringorganization")
    return (value[0] if value else None) if isinstance(value, list) else value


def _name(employer: JSON) -> str | None:
    name = (
        text(employer.get("name")) or text(employer.get("legalName")) if isinstance(employer, dict) else text(employer)
    )
    return None if name is None or name.casefold() in WITHHELD or name.startswith(("http://", "https://")) else name


def _website(employer: JSON, document: Document) -> str | None:
    """The employer's own site. Profiles on other sites are not."""
    if isinstance(employer, str):
        return document.join(employer) if employer.startswith(("http://", "https://")) else None
    if not isinstance(employer, dict):
        return None
    stated = (*raw_texts(employer.get("sameAs")), *raw_texts(employer.get("url")))
    joined = (document.join(_with_scheme(address.strip())) for address in stated)
    return next((address for address in joined if address and site(address) not in PROFILES), None)


def _with_scheme(address: str) -> str:
    return f"https://{address}" if re.match(r"^(?:[\w-]{1,63}\.){1,5}[a-z]{2,20}(?:/|$)", address) else address


def _department(item: Object) -> str | None:
    employer = _employer(item)
    inner = employer.get("department") if isinstance(employer, dict) else None
    return text(item.get("department")) or text(inner)


def _address(value: JSON, document: Document) -> str | None:
    stated = value.get("@id") if isinstance(value, dict) else value
    return document.join(raw_text(stated))


# ---------------------------------------------------------------- places


def _places(item: Object) -> tuple[Place, ...]:
    value = item.get("jobLocation")
    listed = value[:MOST_PLACES] if isinstance(value, list) else [value]
    found = [place for part in listed for place in _part(part)]
    return tuple(dict.fromkeys(place for place in found if place.text))[:MOST_PLACES]


def _part(value: JSON) -> list[Place]:
    if not isinstance(value, dict):
        return [place(name) for stated in texts(value) for name in split(stated)]
    address = value.get("address", value)
    inner = objects(address)
    if inner:
        return [found for part in inner for found in _postal(part, value)]
    return [place(name) for stated in texts(address) or texts(value.get("name")) for name in split(stated)]


def _postal(address: Object, outer: Object) -> list[Place]:
    region, country = text(address.get("addressRegion")), text(address.get("addressCountry"))
    cities = texts(address.get("addressLocality"))
    if cities or region or country:
        return [place_of(city, region, country) for city in cities or (None,)]
    stated = text(address.get("name")) or text(outer.get("name")) or text(address.get("streetAddress"))
    return [place(stated)] if stated else []


def _country(places: tuple[Place, ...]) -> str | None:
    countries = {found.country for found in places}
    return countries.pop() if len(countries) == 1 else None


def _remote(item: Object, title: str, places: tuple[Place, ...]) -> Remote | None:
    """As stated by type; else as places or the title say."""
    stated = (remote(part) for part in texts(item.get("jobLocationType")))
    said = (remote(part) for part in (*(found.text for found in places), title))
    return next((mode for mode in (*stated, *said) if mode), None)


# ---------------------------------------------------------------- pay


def _salary(item: Object, places: tuple[Place, ...]) -> Salary | None:
    """The base salary; what the site only estimates is not read."""
    value = item.get("baseSalary")
    value = value[0] if isinstance(value, list) and value else value
    stated = text(item.get("salaryCurrency"))
    if not isinstance(value, dict):
        return _flat(value, stated, _country(places))
    inner = next(iter(objects(value.get("value"))), value)
    low, high = amount(inner.get("minValue")), amount(inner.get("maxValue"))
    if low is None and high is None:
        single = inner.get("value", inner.get("price"))
        low = high = amount(single)
        if low is None:
            return _flat(single, stated, _country(places))
    if low and high and low > high:
        return None
    sign = text(value.get("currency")) or text(inner.get("currency")) or text(value.get("priceCurrency")) or stated
    unit = next(
        (unit for part in (inner, value) for unit in texts(part.get("unitText")) or texts(part.get("unitCode"))), None
    )
    return Salary(min=low, max=high, currency=_currency(sign, places), period=period(unit))


def _flat(value: JSON, currency: str | None, country: str | None) -> Salary | None:
    """Pay in words ("$100k - $120k a year"), or a bare number."""
    stated = text(value)
    if stated is None:
        return None
    number = amount(stated)
    if number is not None and currency:
        return Salary(min=number, max=number, currency=currency_of(currency), text=stated)
    found = parse_salary(f"Salary: {stated} {currency or ''}".strip(), country)
    return replace(found, text=stated) if found else None


def _currency(sign: str | None, places: tuple[Place, ...]) -> str | None:
    """An ISO code as stated, also a rare one; else what the sign means there."""
    if not sign:
        return None
    return sign.upper() if re.fullmatch(r"[A-Za-z]{3}", sign) else currency_of(sign, _country(places))
