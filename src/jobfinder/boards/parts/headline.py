"""A posting written by hand: its first line "Company | Role | Place | Remote | Full-time | Pay | address", then text.

Pure. Called by `boards.hackernews`. The company stands first; each other part is told by what it says: an address, pay,
a kind of employment, where one works, a place; the first that is none of these is the role. Without bars or dashes the
first line is the title, and nobody is named. To extend: what separates parts in BARS, words for roles in ROLE.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.parts import fill
from jobfinder.model import Place, Posting, Record, Remote, Salary
from jobfinder.read import fields, urls
from jobfinder.read.feed_item import level_of
from jobfinder.read.places import place, split
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import plain

BARS = {"|": re.compile(r"\s?\|{1,2}\s?"), "—–": re.compile(r"\s[—–]\s"), "•·": re.compile(r"\s[•·]\s")}
"""What parts a line, by the characters of which it needs one."""
ADDRESS = re.compile(r"https?://[^\s<>()|]{4,300}")
BRACKETED = re.compile(r"\s?[(\[][^()\[\]]{0,120}[)\]]")
MONEY = re.compile(r"[$€£¥₹]\s?\d|\d\s?[kK]\b|\b(?:USD|EUR|GBP|CHF|CAD|AUD)\b|\bequity\b|\bsalary\b", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:engineer\w*|develop\w*|design\w*|scientist|manager|lead|director|architect|analyst|researcher|devops|sre|"
    r"head of|product|founding|full[- ]?stack|front[- ]?end|back[- ]?end|programmer|writer|marketing|sales|support|"
    r"operations|recruiter|intern(?:ship)?|roles?|positions?|cto|data|security|infrastructure|consultant|officer)\b",
    re.IGNORECASE,
)
BESIDES = re.compile(r"\s?\+?\s?[+&,]\s?(?=equity|bonus|benefits|stock|options)", re.IGNORECASE)
TAG = re.compile(r"(?!US|UK|EU)[A-Z]{2}")
"""Two letters are rather a skill ("AI") than a country."""
LONGEST_TITLE = 120
LONGEST_COMPANY = 80
MOST_PARTS = 14


class Headline(Record, frozen=True):
    """What a first line says."""

    title: str
    company: str | None = None
    company_url: str | None = None
    places: tuple[Place, ...] = ()
    remote: Remote | None = None
    scope: str | None = None
    employment: str | None = None
    pay: Salary | None = None


def posting(
    markup: str, *, url: str, board: str, token: str, external_id: str, posted_at: str | None
) -> Posting | None:
    """The posting that a text is; null for an empty one."""
    said = fill.description(markup)
    first = next((line for line in (said.text or "").splitlines() if line.strip()), None)
    if first is None:
        return None
    head = read(first)
    return Posting(
        title=head.title,
        company=head.company,
        company_url=head.company_url,
        url=url,
        board=board,
        token=token,
        external_id=external_id,
        locations=head.places,
        remote=head.remote,
        remote_scope=head.scope,
        employment_type=head.employment,
        seniority=level_of(head.title),
        salary=head.pay or fill.pay(None, said, head.places),
        posted_at=posted_at,
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def read(line: str) -> Headline:
    """The parts of a first line, each by what it says."""
    parts = _parts(plain(line))
    if len(parts) < 2:
        return Headline(title=_title(line), remote=fields.remote(line[:LONGEST_TITLE]))
    company, address = _company(parts[0])
    rest = [part for part in parts[1:] if not ADDRESS.fullmatch(part)]
    address = address or next((found[0] for part in parts[1:] if (found := ADDRESS.search(part))), None)
    roles = [part for part in rest if _is_role(part)]
    others = [part for part in rest if part not in roles]
    title = next(iter(roles), None) or next((part for part in others if not _is_about(part)), None)
    aside = [found[0].strip(" ()[]") for found in BRACKETED.finditer(parts[0])]
    where = [part for part in (*others, *aside) if part != title and not _is_pay(part)]
    return Headline(
        title=_title(title or line),
        company=company,
        company_url=_site(address, company),
        places=_places(where),
        remote=_remote(where),
        scope=next((scope for part in where if (scope := fields.remote_scope(part))), None),
        employment=fields.employment(others),
        pay=next((pay for part in others if _is_pay(part) and (pay := _pay(part))), None),
    )


# ---------------------------------------------------------------- parts


def _parts(line: str) -> list[str]:
    for signs, bar in BARS.items():
        if not any(sign in line for sign in signs):
            continue
        parts = [part.strip(" |-–—,") for part in bar.split(line)[:MOST_PARTS]]
        if len(parts) > 1:
            return [part for part in parts if part]
    return [line]


def _company(part: str) -> tuple[str | None, str | None]:
    """The name without what stands in brackets, and the address that stands there."""
    address = ADDRESS.search(part)
    name = BRACKETED.sub("", ADDRESS.sub("", part)).strip(" ()[]:-–—,")
    return (name if 0 < len(name) <= LONGEST_COMPANY else None), address[0] if address else None


def _title(words: str) -> str:
    bare = " ".join(ADDRESS.sub("", words).split()).strip(" |-–—,") or words.strip()
    return bare if len(bare) <= LONGEST_TITLE else f"{bare[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"


def _is_role(part: str) -> bool:
    if not ROLE.search(part) or _is_pay(part):
        return False
    return fields.employment(part) is None


def _is_about(part: str) -> bool:
    """Does it say how, where or for how much, and so is no role?"""
    return _is_pay(part) or _is_mode(part) or fields.employment(part) is not None or bool(_places([part]))


def _is_mode(part: str) -> bool:
    return fields.remote(BRACKETED.sub("", part)) is not None and not ROLE.search(part)


def _is_pay(part: str) -> bool:
    return any(map(str.isdigit, part)) and MONEY.search(part) is not None


def _pay(part: str) -> Salary | None:
    """Pay without what comes on top: "$150k - $200k + equity"."""
    found = parse_salary(f"Salary: {BESIDES.split(part)[0]}")
    return replace(found, text=part) if found else None


def _places(parts: list[str]) -> tuple[Place, ...]:
    """The parts that name a place which is known, or that say where one works remotely."""
    named = (place(one) for part in parts if fields.employment(part) is None for one in split(part))
    return fill.unique(one for one in named if not TAG.fullmatch(one.text) and _is_known(one))


def _is_known(one: Place) -> bool:
    return bool(one.city or one.country or fields.remote_scope(one.text))


def _remote(parts: list[str]) -> Remote | None:
    found = {mode for part in parts if (mode := fields.remote(part))}
    if Remote.HYBRID in found:
        return Remote.HYBRID
    return found.pop() if len(found) == 1 else None


def _site(address: str | None, company: str | None) -> str | None:
    """The front page of the address, where its site spells the company's name, or begins to."""
    if not (address and company):
        return None
    host = urls.host(address)
    label, name = _letters((urls.site(host) or "").split(".")[0]), _letters(company)
    alike = min(len(label), len(name)) >= 3 and (label.startswith(name) or name.startswith(label))
    return f"https://{host}/" if alike else None


def _letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.lower())
