"""Names of what boards hold: tokens that can be ones, the keys of boards and postings, the refs that carry them.

Pure. Called by every adapter. Keys never hold a region: a token names one board wherever it is hosted. A word that
vendors use in their own addresses is added to VENDOR_WORDS.
"""

from __future__ import annotations

from jobfinder.errors import UsageError
from jobfinder.model import Ref, RefKind
from jobfinder.read import urls

VENDOR_WORDS = frozenset(
    {
        *(
            "api",
            "v0",
            "v1",
            "v2",
            "v3",
            "embed",
            "js",
            "css",
            "assets",
            "static",
            "cdn",
            "www",
            "app",
            "docs",
            "support",
        ),
        *("login", "signin", "signup", "users", "oauth", "robots.txt", "sitemap.xml", "favicon.ico"),
        *("j", "jobs", "job", "postings", "boards", "job-board", "posting-api", "undefined", "null"),
        *("your-company", "yourcompany", "your_board_token"),
    }
)
HOST_WORDS = frozenset({"developers", "developer", "help", "feed", "status", "blog"})
"""Names of a vendor's own hosts; as parts of a path they may be tokens."""
LONGEST = 100
NO_TOKEN = frozenset("/\\?#:<>\"'`{}|[]$")
"""Separators of keys and addresses, and what stands in templates."""


def token_of(text: str | None) -> str | None:
    """`text` as a token, case kept; null for what cannot be one."""
    token = (text or "").strip()
    if not token.strip(". ") or len(token) > LONGEST or token.casefold() in VENDOR_WORDS:
        return None
    return token if token.isprintable() and not NO_TOKEN & set(token) else None


def board(name: str, token: str, url: str, region: str | None = None) -> Ref:
    """The board `name` of that token; `url` is where people read it."""
    return Ref(board=name, kind=RefKind.BOARD, key=f"source:{name}:{token}", url=url, token=token, region=region)


def posting(name: str, token: str, external_id: str, url: str, region: str | None = None) -> Ref:
    """The posting of that id on the board; `url` is where people read it."""
    return Ref(
        board=name,
        kind=RefKind.POSTING,
        key=f"job:{name}:{token}:{external_id}",
        url=url,
        token=token,
        external_id=external_id,
        region=region,
    )


def address(url: str) -> str | None:
    """The address to fetch, or null where a person would be told that it is none."""
    try:
        return urls.canonical(url)
    except UsageError:
        return None
