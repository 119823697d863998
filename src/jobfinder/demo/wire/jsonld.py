"""schema.org's JobPosting and Organization, as sites put them into their pages."""

from __future__ import annotations

from typing import Any

from jobfinder.demo.addresses import posting_url, site_url
from jobfinder.demo.records import Company, Pay, Role
from jobfinder.demo.wire.markup import body_html
from jobfinder.model import Place

EMPLOYMENT = {"full-time": "FULL_TIME", "part-time": "PART_TIME", "contract": "CONTRACTOR", "internship": "INTERN"}
UNIT = {"year": "YEAR", "month": "MONTH", "hour": "HOUR"}


def job_posting(company: Company, role: Role) -> dict[str, Any]:
    """JobPosting. A remote role says TELECOMMUTE and where applicants may live, as search engines want it."""
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": role.title,
        "description": body_html(role.body),
        "identifier": {"@type": "PropertyValue", "name": company.name, "value": role.external_id},
        "datePosted": role.posted.date().isoformat(),
        "employmentType": EMPLOYMENT[role.employment],
        "hiringOrganization": {"@type": "Organization", "name": company.name, "sameAs": site_url(company)},
        "url": posting_url(company, role),
    }
    if role.closes:
        data["validThrough"] = role.closes.isoformat(timespec="seconds")
    data |= _where(role)
    return data | (_pay(role.pay) if role.pay and role.pay.structured else {})


def organization(company: Company) -> dict[str, Any]:
    """Organization, as a home page carries it."""
    place = company.headquarters
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": company.name,
        "legalName": company.legal_name,
        "url": site_url(company),
        "description": company.about,
        "foundingDate": str(company.founded),
        "numberOfEmployees": {"@type": "QuantitativeValue", "value": company.size},
        "industry": company.industry,
        "address": _address(place),
    }


def _where(role: Role) -> dict[str, Any]:
    found: dict[str, Any] = {}
    places = [{"@type": "Place", "address": _address(place)} for place in role.places if place.city]
    if places:
        found["jobLocation"] = places[0] if len(places) == 1 else places
    if role.remote == "remote":
        area = role.remote_scope or "Worldwide"
        found |= {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": {"@type": "Country", "name": area}}
    return found


def _address(place: Place) -> dict[str, Any]:
    fields = {
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return {key: value for key, value in fields.items() if value}


def _pay(pay: Pay) -> dict[str, Any]:
    value = {"@type": "QuantitativeValue", "minValue": pay.min, "maxValue": pay.max, "unitText": UNIT[pay.period]}
    return {"baseSalary": {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}}
