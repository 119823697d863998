"""Greenhouse's job board API, and its hosted and embedded pages.

The API's text is HTML escaped once more; pay is in cents and only given when asked for; the whole board is one page.
"""

from __future__ import annotations

import html
from typing import Any

from jobfinder.demo.addresses import GREENHOUSE_HOSTED, board_url, posting_url
from jobfinder.demo.dice import number
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire import hosted
from jobfinder.demo.wire.markup import body_html, document, esc, link, meta

WORKPLACE = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "On-site"}


def listing(company: Company, roles: tuple[Role, ...], *, content: bool, pay: bool) -> dict[str, Any]:
    """`/v1/boards/{token}/jobs`."""
    jobs = [job(company, role, content=content, pay=pay) for role in roles]
    return {"jobs": jobs, "meta": {"total": len(jobs)}}


def job(
    company: Company, role: Role, *, content: bool = True, pay: bool = False, questions: bool = False
) -> dict[str, Any]:
    """`/v1/boards/{token}/jobs/{id}`, and one row of the listing."""
    row: dict[str, Any] = {
        "absolute_url": posting_url(company, role),
        "data_compliance": [{"type": "gdpr", "requires_consent": False, "retention_period": None}],
        "internal_job_id": int(role.external_id) - 1_000_000_000,
        "location": {"name": "; ".join(place.text for place in role.places)},
        "metadata": _metadata(role),
        "id": int(role.external_id),
        "updated_at": role.updated.isoformat(timespec="seconds"),
        "requisition_id": role.requisition_id,
        "title": role.title,
        "company_name": company.name,
        "first_published": role.posted.isoformat(timespec="seconds"),
        "application_deadline": role.closes.isoformat(timespec="seconds") if role.closes else None,
        "language": role.language,
    }
    row |= _content(role) if content else {}
    row |= {"pay_input_ranges": _pay(role)} if pay else {}
    return row | ({"questions": QUESTIONS} if questions else {})


QUESTIONS = [
    {"label": "First Name", "required": True, "fields": [{"name": "first_name", "type": "input_text", "values": []}]},
    {"label": "Resume/CV", "required": True, "fields": [{"name": "resume", "type": "input_file", "values": []}]},
]


def _content(role: Role) -> dict[str, Any]:
    department = {"id": _id("department", role.department), "name": role.department, "child_ids": [], "parent_id": None}
    offices: list[dict[str, Any]] = [
        {
            "id": _id("office", place.text),
            "name": place.text,
            "location": place.text,
            "child_ids": [],
            "parent_id": None,
        }
        for place in role.places
    ]
    return {"content": html.escape(body_html(role.body)), "departments": [department], "offices": offices}


def _metadata(role: Role) -> list[dict[str, Any]] | None:
    if role.remote is None:
        return None
    value = WORKPLACE[role.remote]
    return [{"id": 186225, "name": "Workplace Type", "value": value, "value_type": "single_select"}]


def _pay(role: Role) -> list[dict[str, Any]]:
    pay = role.pay
    if pay is None or not pay.structured:
        return []
    return [
        {
            "min_cents": pay.min * 100,
            "max_cents": pay.max * 100,
            "currency_type": pay.currency,
            "title": {"year": "Annual Salary", "month": "Monthly Salary", "hour": "Hourly Rate"}[pay.period],
            "blurb": None,
        }
    ]


def _id(*key: object) -> int:
    return 4_000_000_000 + number(*key) % 90_000_000


def board_page(company: Company, roles: tuple[Role, ...], *, notice: bool = False) -> str:
    """The hosted board; with `notice`, as a closed posting's link ends up on it."""
    said = '<div class="flash error">The job you are looking for is no longer open.</div>' if notice else ""
    rows = "".join(
        f'<div class="opening">{link(posting_url(company, role), role.title)}<br>'
        f'<span class="location">{esc(role.places[0].text)}</span></div>'
        for role in roles
    )
    head = meta("og:title", f"Jobs at {company.name}") + f'<link rel="canonical" href="{board_url(company)}">'
    openings = rows or "<p>There are no current openings.</p>"
    body = f'<div id="main">{said}<h1>Current Job Openings at {esc(company.name)}</h1>{openings}</div>'
    return document(f"Jobs at {company.name}", body, head=head)


def posting_page(company: Company, role: Role, *, closed: bool = False) -> str:
    """The hosted posting."""
    return hosted.posting_page(
        company, role, title=f"Job Application for {role.title} at {company.name}", closed=closed
    )


def embed_script(company: Company) -> str:
    """`/embed/job_board/js?for={token}`: the script that company sites include."""
    frame = f"https://{GREENHOUSE_HOSTED[0]}/embed/job_board?for={company.board.token}"
    return (
        'var Grnhse = Grnhse || {};\nGrnhse.Settings = {"urlToken":"' + company.board.token + '",'
        f'"boardURI":"{frame}"' + "};\n"
        "document.getElementById('grnhse_app').innerHTML ="
        " '<iframe id=\"grnhse_iframe\" src=\"' + Grnhse.Settings.boardURI + '\"></iframe>';\n"
    )
