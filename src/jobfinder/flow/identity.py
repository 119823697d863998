"""Identity: which names an entity goes by, and which content makes two readings the same. Pure."""

from __future__ import annotations

import hashlib
import re

from jobfinder.boards import registry
from jobfinder.errors import Refused
from jobfinder.model import Company, Posting, RefKind
from jobfinder.read import urls
from jobfinder.read.names import company_key
from jobfinder.steps.interface import Employer
from jobfinder.store.entities import encode

CONTENT = (
    "title",
    "company",
    "locations",
    "remote",
    "remote_scope",
    "employment_type",
    "department",
    "seniority",
    "salary",
    "closes_at",
    "description_text",
)


def digest(value: object) -> str:
    """A short stable hash of a record or plain value."""
    return hashlib.blake2b(encode(value).encode(), digest_size=12).hexdigest()


def posting_hash(posting: Posting) -> str:
    """Identity of what the posting says; addresses and dates of change do not count."""
    return digest([getattr(posting, name) for name in CONTENT])


def company_keys(employer: Employer) -> tuple[str, ...]:
    """The names of a company, strongest first: its site, its board, its plain name."""
    keys = []
    site = urls.site(employer.website) if employer.website else None
    board = None if employer.board is None or registry.shared(employer.board[0]) else employer.board
    if site and not registry.is_vendor(site):
        keys.append(f"company:{site}")
    if board:
        keys.append(f"company:board:{board[0]}:{board[1]}")
    name = company_key(employer.name or "") or (company_key(board[1]) if board else None)
    if name:
        keys.append(f"company:name:{name}")
    return tuple(keys)


def employer_of(posting: Posting, url: str | None) -> Employer:
    """Who employs, as far as the posting says. Its own site counts only where the names agree."""
    of_many = registry.shared(posting.board or "")
    name = posting.company or (None if of_many else posting.token)
    website = posting.company_url or next(
        (home(seen) for seen in (url, posting.url) if seen and is_own_site(seen, name)),
        None,
    )
    if of_many or not posting.board or not posting.token:
        return Employer(name=posting.company, website=website)
    board = registry.board_of(posting.board, posting.token)
    return Employer(
        name=posting.company,
        website=website,
        board=(posting.board, posting.token),
        source_key=board.url if board else None,
    )


def home(url: str) -> str:
    """The front page of the site that an address is on."""
    return f"https://{urls.site(url)}/"


def is_own_site(url: str, name: str | None) -> bool:
    """Does the site that shows a posting belong to the employer? Unknown employer: yes, there is nobody else."""
    site = urls.site(url)
    if site is None or registry.is_vendor(site) or registry.recognize(url).kind is RefKind.FEED:
        return False
    return name is None or alike(name, site)


def alike(name: str, site: str) -> bool:
    """Does the first label of the site spell the company's name, or begin to?"""
    label = re.sub(r"[^a-z0-9]", "", site.split(".")[0].lower())
    plain = re.sub(r"[^a-z0-9]", "", (company_key(name) or name).lower())
    short = min(len(label), len(plain))
    return short >= 3 and (label.startswith(plain) or plain.startswith(label))


def company_facts_hash(company: Company) -> str:
    """What jobs see of their company; addresses do not count."""
    seen = (company.name, company.about, company.industry, company.size, company.founded, company.tech_stack)
    return digest([*seen, company.tier])


def hints_hash(company: Company) -> str:
    """What postings tell of a company that its site may not. Its name and site count where they are used."""
    return digest(company.boards)


def lane_of(url: str | None) -> str | None:
    """The lane of the first request that reading this address takes."""
    if url is None:
        return None
    try:
        requests = registry.requests(registry.recognize(url))
    except Refused:
        requests = ()
    return f"host:{urls.host(requests[0].url if requests else url)}"
