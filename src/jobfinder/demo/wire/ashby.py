"""Ashby's posting API (the whole board at once; there is none for one posting), and its hosted pages.

Compensation only when asked for. Tokens keep case. A role that is not listed is in the answer, with `isListed` false.
"""

from __future__ import annotations

from typing import Any

from jobfinder.demo.addresses import apply_url, board_url, posting_url
from jobfinder.demo.dice import identifier
from jobfinder.demo.records import Company, Pay, Role
from jobfinder.demo.wire import hosted
from jobfinder.demo.wire.markup import body_html, body_plain, document, link, linked_data, meta
from jobfinder.model import Place

EMPLOYMENT = {"full-time": "FullTime", "part-time": "PartTime", "contract": "Contract", "internship": "Intern"}
WORKPLACE = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "OnSite", None: None}
INTERVAL = {"year": "1 YEAR", "month": "1 MONTH", "hour": "1 HOUR"}
COUNTRIES = {
    "DE": "Germany",
    "AT": "Austria",
    "CH": "Switzerland",
    "NL": "Netherlands",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "FR": "France",
    "ES": "Spain",
    "PT": "Portugal",
    "PL": "Poland",
    "SE": "Sweden",
    "US": "United States",
    "CA": "Canada",
    "IN": "India",
    "SG": "Singapore",
    "AU": "Australia",
}


def board(company: Company, roles: tuple[Role, ...], *, compensation: bool) -> dict[str, Any]:
    """`/posting-api/job-board/{token}`."""
    return {"jobs": [_job(company, role, compensation) for role in roles], "apiVersion": "1"}


def _job(company: Company, role: Role, compensation: bool) -> dict[str, Any]:
    first, *others = role.places
    row: dict[str, Any] = {
        "id": role.external_id,
        "title": role.title,
        "department": role.department,
        "team": role.team,
        "employmentType": EMPLOYMENT[role.employment],
        "location": first.text,
        "shouldDisplayCompensationOnJobPostings": bool(role.pay and role.pay.structured),
        "secondaryLocations": [{"location": place.text, "address": _address(place)} for place in others],
        "publishedAt": role.posted.isoformat(timespec="milliseconds"),
        "isListed": role.listed,
        "isRemote": {"remote": True, "hybrid": False}.get(role.remote or ""),
        "workplaceType": WORKPLACE[role.remote],
        "address": _address(first),
        "jobUrl": posting_url(company, role),
        "applyUrl": apply_url(company, role),
        "descriptionHtml": body_html(role.body).replace("<p>", '<p style="min-height:1.5em">'),
        "descriptionPlain": body_plain(role.body),
    }
    return row | ({"compensation": _compensation(role)} if compensation else {})


def _address(place: Place) -> dict[str, Any] | None:
    if place.city is None:
        return None
    fields = {
        "addressRegion": place.region,
        "addressCountry": COUNTRIES.get(place.country or ""),
        "addressLocality": place.city,
    }
    return {"postalAddress": {key: value for key, value in fields.items() if value}}


def _compensation(role: Role) -> dict[str, Any]:
    pay = role.pay if role.pay and role.pay.structured else None
    if pay is None:
        return {
            "compensationTierSummary": None,
            "scrapeableCompensationSalarySummary": None,
            "compensationTiers": [],
            "summaryComponents": [],
        }
    summary = _summary(pay)
    component = _component(pay)
    tier = {
        "id": identifier("tier", role.external_id),
        "tierSummary": summary,
        "title": None,
        "additionalInformation": None,
        "components": [{"id": identifier("component", role.external_id), "summary": summary} | component],
    }
    return {
        "compensationTierSummary": summary,
        "scrapeableCompensationSalarySummary": summary.replace("–", "-"),
        "compensationTiers": [tier],
        "summaryComponents": [component],
    }


def _component(pay: Pay) -> dict[str, Any]:
    return {
        "compensationType": "Salary",
        "interval": INTERVAL[pay.period],
        "currencyCode": pay.currency,
        "minValue": pay.min,
        "maxValue": pay.max,
    }


def _summary(pay: Pay) -> str:
    mark = {"USD": "$", "EUR": "€", "GBP": "£"}.get(pay.currency, f"{pay.currency} ")
    if pay.period == "hour":
        return f"{mark}{pay.min} – {mark}{pay.max} per hour"
    return f"{mark}{pay.min / 1000:g}K – {mark}{pay.max / 1000:g}K" + (" per month" if pay.period == "month" else "")


def board_page(company: Company, roles: tuple[Role, ...]) -> str:
    """The hosted board: an application that draws itself, with the links it needs in a script and in the page."""
    rows = "".join(f"<li>{link(posting_url(company, role), role.title)}</li>" for role in roles if role.listed)
    head = meta("og:title", f"{company.name} Jobs") + f'<link rel="canonical" href="{board_url(company)}">'
    state = linked_data({"@context": "https://schema.org", "@type": "Organization", "name": company.name})
    return document(
        f"{company.name} Jobs", f'<div id="root"></div><noscript><ul>{rows}</ul></noscript>', head=head + state
    )


def posting_page(company: Company, role: Role, *, closed: bool = False) -> str:
    """The hosted posting."""
    return hosted.posting_page(company, role, title=f"{role.title} @ {company.name}", closed=closed)


def embed_script(company: Company) -> str:
    """`/{token}/embed`: the script that company sites include."""
    return (
        f'(function(){{var frame=document.createElement("iframe");frame.src="{board_url(company)}?embed=js";'
        'document.getElementById("ashby_embed").appendChild(frame);})();\n'
    )
