"""Job postings written as microdata (`itemprop`) or RDFa (`property`) attributes, in the shape of JSON-LD.

Pure. Called by `read.jsonld` for pages without JSON-LD postings. Only the properties that `read.job_posting` reads are
looked for; what is nested is found at any depth, as pages leave out the steps between. To extend: a property in PLAIN,
or a nested one in NESTED.
"""

from __future__ import annotations

from typing import NamedTuple

from jobfinder.read.dom import Document, Element
from jobfinder.read.values import JSON, Object

PLAIN = (
    *("title", "datePosted", "dateModified", "validThrough", "employmentType", "jobLocationType", "salaryCurrency"),
    *("inLanguage", "department"),
)
OWN = ("name", "url")
"""Properties that nested items have, too: only the posting's own count."""
MARKUP = (
    *("description", "responsibilities", "qualifications", "educationRequirements", "experienceRequirements"),
    "jobBenefits",
)
NESTED = {
    "identifier": ("value",),
    "hiringOrganization": ("name", "legalName", "sameAs", "url"),
    "jobLocation": ("addressLocality", "addressRegion", "addressCountry", "name"),
    "applicantLocationRequirements": ("name",),
    "baseSalary": ("currency", "minValue", "maxValue", "value", "unitText", "price", "priceCurrency"),
}
ADDRESS = NESTED["jobLocation"][:3]
ADDRESSES = frozenset({"url", "sameAs"})
"""Properties whose value is where a link leads; of the others it is the text."""
MOST = 20
"""Postings of one page; values of one property."""


class Syntax(NamedTuple):
    """How a page marks items: what selects postings, what selects items, the attribute with the property's name."""

    postings: str
    items: str
    attribute: str
    prefix: str


MICRODATA = Syntax("[itemscope][itemtype*='schema.org/JobPosting' i]", "[itemscope]", "itemprop", "")
RDFA = Syntax(
    "[typeof~='JobPosting'], [typeof~='schema:JobPosting'], [typeof*='schema.org/JobPosting' i]",
    "[typeof]",
    "property",
    "schema:",
)


def microdata_jobs(document: Document) -> list[Object]:
    """The JobPosting items of a page, by `itemprop`."""
    return _jobs(document, MICRODATA)


def rdfa_jobs(document: Document) -> list[Object]:
    """The JobPosting items of a page, by `property`."""
    return _jobs(document, RDFA)


def _jobs(document: Document, syntax: Syntax) -> list[Object]:
    return [_job(root, syntax) for root in document.select(syntax.postings)[:MOST]]


def _job(root: Element, syntax: Syntax) -> Object:
    found: Object = {"@type": "JobPosting"}
    for name in PLAIN:
        found[name] = [_value(node, name) for node in _with(root, name, syntax)]
    for name in OWN:
        own = (node for node in _with(root, name, syntax) if root.is_nearest(node, syntax.items))
        found[name] = [_value(node, name) for node in own]
    for name in MARKUP:
        found[name] = [_markup(node) for node in _with(root, name, syntax)[:1]]
    for name, parts in NESTED.items():
        found[name] = [_nested(node, parts, syntax) for node in _with(root, name, syntax)]
    if not found["jobLocation"]:
        address = _inner(root, ADDRESS, syntax)
        found["jobLocation"] = [address] if address else []
    return found


def _markup(node: Element) -> str:
    """The markup inside; of a `<meta>`, its content."""
    return node.html or node.attr("content") or ""


def _nested(node: Element, names: tuple[str, ...], syntax: Syntax) -> JSON:
    return _inner(node, names, syntax) or _value(node, "")


def _inner(node: Element, names: tuple[str, ...], syntax: Syntax) -> Object:
    return {name: _value(values[0], name) for name in names if (values := _with(node, name, syntax))}


def _with(node: Element, name: str, syntax: Syntax) -> tuple[Element, ...]:
    css = f"[{syntax.attribute}~='{name}']"
    prefixed = f", [{syntax.attribute}~='{syntax.prefix}{name}']" if syntax.prefix else ""
    return node.select(css + prefixed)[:MOST]


def _value(node: Element, name: str) -> str:
    """What a property says: an attribute made for machines, else the text."""
    machine = ("content", "datetime", "href", "resource") if name in ADDRESSES else ("content", "datetime")
    stated = next((value for part in machine if (value := node.attr(part))), None)
    return stated or node.text or node.attr("href") or ""
