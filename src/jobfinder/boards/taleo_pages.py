"""Pages of Taleo Enterprise: a posting, written into a script as a list of values without names.

Pure. Called by `boards.taleo`. Texts begin with `!*!` and are escaped twice; each stands there twice. Places are names
with dashes between, from either end.
"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from jobfinder.boards.parts import fill, hosted
from jobfinder.model import Place, Posting, Ref, Response
from jobfinder.read import places
from jobfinder.read.gazetteer import country, regions

LISTED = re.compile(r"fillList\(\s{0,9}'requisitionDescriptionInterface',\s{0,9}'descRequisition',\s{0,9}\[")
TEXT = re.compile(r"'((?:[^'\\]|\\.){0,200000})'|\]")
TITLE = re.compile(r"^(?:job description|job detail)\s[-–]\s", re.IGNORECASE)
CONTEST_BEHIND = re.compile(r"\s\(([A-Za-z0-9_.-]{1,40})\)$")
MARKUP = "!*!"
MOST_PARTS = 400


def posting(ref: Ref, response: Response, text: str) -> Posting | None:
    """The posting in a page's script, as values without names; its title is that of the page."""
    parts = _parts(text)
    said = fill.description("\n".join(dict.fromkeys(_markup(part) for part in parts if part.startswith(MARKUP))))
    heading = TITLE.sub("", hosted.document(response).title or "") if said.text else ""
    if not heading:
        return None
    contest = CONTEST_BEHIND.search(heading)
    external_id = ref.external_id or (contest[1] if contest else None)
    where = fill.unique(at for part in parts if "-" in part[:120] and (at := _certain(part)))
    return Posting(
        title=CONTEST_BEHIND.sub("", heading),
        url=ref.url,
        board=ref.board,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=fill.remote(*(at.text for at in where), heading),
        salary=fill.pay(None, said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=external_id,
    )


def _parts(text: str) -> list[str]:
    """The texts of the script's list."""
    start = LISTED.search(text)
    found: list[str] = []
    for part in TEXT.finditer(text, start.end()) if start else ():
        if part[1] is None or len(found) >= MOST_PARTS:
            break
        found.append(part[1].replace("\\'", "'"))
    return found


def _markup(part: str) -> str:
    return html.unescape(unquote(part.removeprefix(MARKUP))).strip()


def _certain(part: str) -> Place | None:
    """A value that can only be a place."""
    if len(part) > 120 or part.startswith(MARKUP):
        return None
    ends = [name.strip() for name in (part.partition("-")[0], part.rpartition("-")[2])]
    read = place(part)
    return read if read.city and any(country(name) or regions(name) for name in ends) else None


def place(name: str) -> Place:
    """ "Las Vegas-Nevada-United States", "US-NV-Las Vegas": names of one place, from either end."""
    parts = [part.strip() for part in name.split("-") if part.strip()]
    ways = (places.place(", ".join(parts)), places.place(", ".join(reversed(parts))))
    read = max(ways, key=lambda way: (way.city is not None) + (way.country is not None))
    return Place(text=name, city=read.city, region=read.region, country=read.country)
