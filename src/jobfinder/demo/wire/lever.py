"""Lever's postings API, and its hosted pages.

A bare array, paged by `skip` and `limit`; times are epoch milliseconds; the text comes in three parts.
"""

from __future__ import annotations

from typing import Any

from jobfinder.demo.addresses import apply_url, board_url, posting_url
from jobfinder.demo.records import Company, Pay, Role
from jobfinder.demo.wire import hosted
from jobfinder.demo.wire.markup import body_html, body_plain, bullets, document, esc, link, meta, paragraphs

MISSING = {"ok": False, "error": "Document not found"}
MOST = 100
COMMITMENT = {"full-time": "Full-time", "part-time": "Part-time", "contract": "Contract", "internship": "Intern"}
WORKPLACE = {"remote": "remote", "hybrid": "hybrid", "onsite": "on-site", None: "unspecified"}
INTERVAL = {"year": "per-year-salary", "month": "per-month-salary", "hour": "per-hour-wage"}


def posting(company: Company, role: Role) -> dict[str, Any]:
    """`/v0/postings/{token}/{id}`, and one element of the listing."""
    row: dict[str, Any] = {
        "additionalPlain": "\n\n".join(role.body.closing),
        "additional": paragraphs(role.body.closing),
        "categories": _categories(role),
        "createdAt": int(role.posted.timestamp() * 1000),
        **_opening(role),
        "id": role.external_id,
        "lists": [{"text": heading, "content": f"\n{bullets(items)}"} for heading, items in role.body.lists],
        "text": role.title,
        "country": role.places[0].country,
        "workplaceType": WORKPLACE[role.remote],
        "hostedUrl": posting_url(company, role),
        "applyUrl": apply_url(company, role),
    }
    if role.pay and role.pay.structured:
        row |= _pay(role.pay)
    return row


def _categories(role: Role) -> dict[str, Any]:
    texts = [place.text for place in role.places]
    return {
        "commitment": COMMITMENT[role.employment],
        "department": role.department,
        "location": texts[0],
        "team": role.team,
        "allLocations": texts,
    }


def _opening(role: Role) -> dict[str, str]:
    rich = body_html(role.body) if role.body.raw is not None else paragraphs(role.body.opening)
    plain = body_plain(role.body) if role.body.raw is not None else "\n\n".join(role.body.opening)
    return {
        "descriptionPlain": plain,
        "description": rich,
        "opening": rich,
        "openingPlain": plain,
        "descriptionBody": "",
        "descriptionBodyPlain": "",
    }


def _pay(pay: Pay) -> dict[str, Any]:
    return {
        "salaryRange": {"min": pay.min, "max": pay.max, "currency": pay.currency, "interval": INTERVAL[pay.period]},
        "salaryDescription": f"<div>{esc(pay.prose)}</div>" if pay.prose else "",
        "salaryDescriptionPlain": pay.prose or "",
    }


def board_page(company: Company, roles: tuple[Role, ...]) -> str:
    """The hosted board, by team."""
    teams = sorted({role.team for role in roles})
    groups = "".join(
        f'<div class="postings-group"><div class="posting-category-title">{esc(team)}</div>'
        + "".join(_row(company, role) for role in roles if role.team == team)
        + "</div>"
        for team in teams
    )
    head = meta("og:title", f"{company.name} jobs") + f'<link rel="canonical" href="{board_url(company)}">'
    return document(company.name, f'<div class="postings-wrapper">{groups}</div>', head=head)


def _row(company: Company, role: Role) -> str:
    return (
        f'<div class="posting" data-qa-posting-id="{role.external_id}">'
        f"<h5>{link(posting_url(company, role), role.title)}</h5>"
        f'<span class="sort-by-location posting-category">{esc(role.places[0].text)}</span></div>'
    )


def posting_page(company: Company, role: Role, *, closed: bool = False) -> str:
    """The hosted posting."""
    return hosted.posting_page(company, role, title=f"{company.name} - {role.title}", closed=closed)
