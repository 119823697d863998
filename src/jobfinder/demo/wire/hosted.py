"""A posting as a page: what providers' hosted pages, company sites and the aggregator have in common."""

from __future__ import annotations

from jobfinder.demo.addresses import apply_url, posting_url
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire.jsonld import job_posting
from jobfinder.demo.wire.markup import body_html, document, esc, link, linked_data, meta

CLOSED = "This job is no longer accepting applications. The position has been filled."


def posting_page(
    company: Company, role: Role, *, title: str, closed: bool = False, around: str = "", head: str = ""
) -> str:
    """The whole page. A closed one says so, and offers neither structured data nor a way to apply."""
    top = meta("og:title", role.title) + meta("og:description", f"{role.title} at {company.name}") + head
    top += f'<link rel="canonical" href="{esc(posting_url(company, role))}">'
    if closed:
        return document(
            title, f"{around}<main><h1>{esc(role.title)}</h1><p class='closed'>{CLOSED}</p></main>", head=top
        )
    body = (
        f"{around}<main><h1>{esc(role.title)}</h1>{_facts(role)}"
        f'<div class="job-description">{body_html(role.body)}</div>'
        f"<p>{link(apply_url(company, role), 'Apply for this job')}</p></main>"
    )
    return document(title, body, head=top + linked_data(job_posting(company, role)), lang=role.language)


def _facts(role: Role) -> str:
    where = " / ".join(place.text for place in role.places)
    return f'<p class="location">{esc(where)}</p><p class="department">{esc(role.department)} · {esc(role.team)}</p>'
