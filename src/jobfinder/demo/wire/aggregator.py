"""The aggregator's own pages about other people's openings: its front page and one page a posting."""

from __future__ import annotations

from jobfinder.demo.addresses import AGGREGATOR_FEED, aggregated_url, posting_url, site_url
from jobfinder.demo.aggregate import stated_name
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire.hosted import CLOSED
from jobfinder.demo.wire.jsonld import job_posting
from jobfinder.demo.wire.markup import body_html, document, esc, link, linked_data, meta

NAME = "Remote Perch"


def front(entries: list[tuple[Company, Role]]) -> str:
    """Links to all postings, and the feed."""
    rows = "".join(
        f"<li>{link(aggregated_url(company, role), f'{stated_name(company)}: {role.title}')}</li>"
        for company, role in entries
    )
    head = meta("og:site_name", NAME) + f'<link rel="alternate" type="application/rss+xml" href="{AGGREGATOR_FEED}">'
    return document(f"{NAME}: jobs from all over", f"<h1>{NAME}</h1><ul>{rows}</ul>", head=head)


def posting(company: Company, role: Role, *, closed: bool = False) -> str:
    """A posting as the aggregator shows it: its own address, the employer's name and site, and the employer's link."""
    title = f"{role.title} at {stated_name(company)} | {NAME}"
    top = f"<header>{link('/', NAME)}</header><main><h1>{esc(role.title)}</h1>"
    if closed:
        return document(title, f"{top}<p class='closed'>{CLOSED}</p></main>", head=meta("og:site_name", NAME))
    data = job_posting(company, role) | {
        "url": aggregated_url(company, role),
        "hiringOrganization": {"@type": "Organization", "name": stated_name(company), "sameAs": site_url(company)},
    }
    head = meta("og:site_name", NAME) + meta("og:title", f"{stated_name(company)}: {role.title}") + linked_data(data)
    body = (
        f"{top}<h2>{link(site_url(company), stated_name(company))}</h2><div>{body_html(role.body)}</div>"
        f"<p>{link(posting_url(company, role), 'Apply for this position', rel='nofollow')}</p></main>"
    )
    return document(title, body, head=head, lang=role.language)
