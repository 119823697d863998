"""Job postings written as microdata (`itemprop` attributes), in the shape of JSON-LD.

Pure. Called by `read.jsonld` for pages without JSON-LD postings. Only the properties that `read.job_posting` reads are
looked for. To extend: a property in PLAIN, or a nested one in NESTED.
"""

from __future__ import annotations

from jobfinder.read.dom import Document, Element
from jobfinder.read.values import JSON, Object

PLAIN = ("title", "datePosted", "validThrough", "employmentType", "identifier", "jobLocationType", "url")
MARKUP = ("description", "responsibilities", "qualifications")
NESTED = {
    "hiringOrganization": ("name", "sameAs", "url"),
    "jobLocation": ("addressLocality", "addressRegion", "addressCountry", "name"),
    "applicantLocationRequirements": ("name",),
    "baseSalary": ("currency", "minValue", "maxValue", "value", "unitText"),
}
MOST = 20
"""Postings of one page; values of one property."""


def microdata_jobs(document: Document) -> list[Object]:
    """The JobPosting items of a page."""
    return [_job(root) for root in document.select("[itemscope][itemtype*='schema.org/JobPosting' i]")[:MOST]]


def _job(root: Element) -> Object:
    found: Object = {"@type": "JobPosting"}
    for name in PLAIN:
        found[name] = [_value(node) for node in _with(root, name)]
    for name in MARKUP:
        found[name] = [node.html for node in _with(root, name)[:1]]
    for name, parts in NESTED.items():
        found[name] = [_nested(node, parts) for node in _with(root, name)]
    return found


def _nested(node: Element, names: tuple[str, ...]) -> JSON:
    inner: Object = {name: _value(values[0]) for name in names if (values := _with(node, name))}
    return inner or _value(node)


def _with(node: Element, name: str) -> tuple[Element, ...]:
    return node.select(f"[itemprop~='{name}']")[:MOST]


def _value(node: Element) -> str:
    """What a property says: an attribute made for machines, else the text."""
    stated = (node.attr(name) for name in ("content", "datetime", "href"))
    return next((value for value in stated if value), None) or node.text
