"""RSS 2.0 feeds: a company's own (as WP Job Manager writes it) and the aggregator's (as We Work Remotely does)."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from jobfinder.demo.addresses import AGGREGATOR, AGGREGATOR_FEED, aggregated_url, feed_url, posting_url, site_url
from jobfinder.demo.aggregate import stated_name
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire.markup import body_html

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPE = {"full-time": "Full-Time", "part-time": "Part-Time", "contract": "Contract", "internship": "Internship"}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def company_feed(company: Company, roles: tuple[Role, ...], built: datetime) -> str:
    """The company's own feed; the text of each posting is complete."""
    items = "".join(_own_item(company, role) for role in roles)
    return (
        f'{HEAD}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" '
        f'xmlns:job_listing="{site_url(company)}"><channel><title>{_text(company.name)} Jobs</title>'
        f'<atom:link href="{feed_url(company)}" rel="self" type="application/rss+xml"/>'
        f"<link>{site_url(company)}</link><description>{_text(f'Open positions at {company.name}')}</description>"
        f"<lastBuildDate>{format_datetime(built)}</lastBuildDate><language>{company.language}</language>"
        f"{items}</channel></rss>\n"
    )


def _own_item(company: Company, role: Role) -> str:
    url = escape(posting_url(company, role))
    return (
        f"<item><title>{_text(role.title)}</title><link>{url}</link><dc:creator>{_text(company.name)}</dc:creator>"
        f'<pubDate>{format_datetime(role.posted)}</pubDate><guid isPermaLink="true">{url}</guid>'
        f"<category>{_text(role.department)}</category>"
        f"<description>{_text(role.body.opening[0] if role.body.opening else '')}</description>"
        f"<content:encoded>{_data(body_html(role.body))}</content:encoded>"
        f"<job_listing:location>{_text('; '.join(place.text for place in role.places))}</job_listing:location>"
        f"<job_listing:job_type>{TYPE[role.employment]}</job_listing:job_type>"
        f"<job_listing:company>{_text(company.name)}</job_listing:company></item>\n"
    )


def aggregator_feed(entries: list[tuple[Company, Role]], built: datetime) -> str:
    """Postings of many companies; the company is in the title ("Company: Title") and in the text, nowhere else."""
    items = "".join(_foreign_item(company, role) for company, role in entries)
    return (
        f'{HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>Remote Perch: jobs from all over</title>"
        f'<atom:link href="{AGGREGATOR_FEED}" rel="self" type="application/rss+xml"/><link>https://{AGGREGATOR}</link>'
        f"<description>Hand-picked openings</description><language>en</language><ttl>60</ttl>"
        f"<lastBuildDate>{format_datetime(built)}</lastBuildDate>{items}</channel></rss>\n"
    )


def _foreign_item(company: Company, role: Role) -> str:
    url = escape(aggregated_url(company, role))
    place = company.headquarters
    about = (
        f"<p><strong>Headquarters:</strong> {place.text}<br><strong>URL:</strong> "
        f'<a href="{site_url(company)}">{site_url(company)}</a></p>'
    )
    return (
        f"<item><title>{_text(f'{stated_name(company)}: {role.title}')}</title>"
        f"<region>{_text(role.remote_scope or role.places[0].text)}</region><country>{place.country}</country>"
        f"<skills>{_text(', '.join(role.skills))}</skills><category>{_text(role.department)}</category>"
        f"<type>{TYPE[role.employment]}</type><description>{_text(about + body_html(role.body))}</description>"
        f"<pubDate>{format_datetime(role.posted)}</pubDate><guid>{url}</guid><link>{url}</link></item>\n"
    )


def _text(text: str) -> str:
    return escape(ILLEGAL.sub("", text))


def _data(markup: str) -> str:
    return "<![CDATA[" + ILLEGAL.sub("", markup).replace("]]>", "]]]]><![CDATA[>") + "]]>"
