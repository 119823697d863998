"""Where things are: the URLs of sites, boards and postings. Used by the renderers, the routes and `submitted`.

Providers' hosts are the real ones, so that adapters recognise them; all else is under the reserved TLD `example`.
"""

from __future__ import annotations

from urllib.parse import quote

from jobfinder.demo.records import BoardKind, Company, Role
from jobfinder.demo.words.nav import NAVS, Nav

AGGREGATOR = "remote-perch.example"
GREENHOUSE_API = "boards-api.greenhouse.io"
GREENHOUSE_HOSTED = ("boards.greenhouse.io", "job-boards.greenhouse.io")
LEVER_API = {None: "api.lever.co", "eu": "api.eu.lever.co"}
LEVER_HOSTED = {None: "jobs.lever.co", "eu": "jobs.eu.lever.co"}
ASHBY_API = "api.ashbyhq.com"
ASHBY_HOSTED = "jobs.ashbyhq.com"
PROVIDERS = (
    GREENHOUSE_API,
    *GREENHOUSE_HOSTED,
    *LEVER_API.values(),
    *LEVER_HOSTED.values(),
    ASHBY_API,
    ASHBY_HOSTED,
)
AGGREGATOR_FEED = f"https://{AGGREGATOR}/remote-jobs.rss"


def nav_of(company: Company) -> Nav:
    """The wording and the paths of the company's site."""
    return NAVS[company.nav]


def site_url(company: Company, path: str = "/") -> str:
    """A page of the company's own site."""
    return f"https://{company.host}{path}"


def board_url(company: Company) -> str:
    """The board as a person opens it."""
    board = company.board
    token = quote(board.token)
    if board.kind is BoardKind.GREENHOUSE:
        return f"https://{GREENHOUSE_HOSTED[0]}/{token}"
    if board.kind is BoardKind.LEVER:
        return f"https://{LEVER_HOSTED[board.region]}/{token}"
    if board.kind is BoardKind.ASHBY:
        return f"https://{ASHBY_HOSTED}/{token}"
    return site_url(company, nav_of(company).careers_path)


def listing_url(company: Company) -> str:
    """Where the board lists its roles for machines (the first page)."""
    board = company.board
    token = quote(board.token)
    if board.kind is BoardKind.GREENHOUSE:
        return f"https://{GREENHOUSE_API}/v1/boards/{token}/jobs"
    if board.kind is BoardKind.LEVER:
        return f"https://{LEVER_API[board.region]}/v0/postings/{token}"
    if board.kind is BoardKind.ASHBY:
        return f"https://{ASHBY_API}/posting-api/job-board/{token}"
    return feed_url(company) if board.kind is BoardKind.RSS else board_url(company)


def feed_url(company: Company) -> str:
    """The company's own feed of jobs."""
    return site_url(company, "/jobs.rss")


def posting_url(company: Company, role: Role) -> str:
    """The posting as its owner links it."""
    board = company.board
    if board.kind is BoardKind.GREENHOUSE and board.own_links:
        return site_url(company, f"{nav_of(company).careers_path}/opening?gh_jid={role.external_id}")
    if board.kind is BoardKind.GREENHOUSE:
        return f"{board_url(company)}/jobs/{role.external_id}"
    if board.kind in (BoardKind.LEVER, BoardKind.ASHBY):
        return f"{board_url(company)}/{role.external_id}"
    return site_url(company, f"{nav_of(company).careers_path}/{role.family}-{role.external_id}")


def apply_url(company: Company, role: Role) -> str:
    """Where a person applies."""
    tail = {BoardKind.GREENHOUSE: "#app", BoardKind.LEVER: "/apply", BoardKind.ASHBY: "/application"}
    return posting_url(company, role) + tail.get(company.board.kind, "#apply")


def aggregated_url(company: Company, role: Role) -> str:
    """The aggregator's own page about a role."""
    return f"https://{AGGREGATOR}/remote-jobs/{company.slug}-{company.index}-{role.serial}"
