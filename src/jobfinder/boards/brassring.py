"""BrassRing (Kenexa): sites of a partner; a page begins the session, lists and postings come by POST.

Pure; called through `boards.registry`. A board is a partner and a site by their numbers; the region is the host where
it is not the usual one. A posting is a list of questions and values, whose names every employer makes up: what is no
standard name is read only where it can be one thing. The address of a posting may be behind the `#`.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import counted, exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, places, urls
from jobfinder.read.text import label, plain

NAME = "brassring"
ALIASES: tuple[str, ...] = ("kenexa", "infinite brassring")
HOSTS: tuple[str, ...] = ("brassring.com", "kenexa.com")
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

HOST = "sjobs.brassring.com"
NUMBER = re.compile(r"\d{1,9}")
BEHIND = re.compile(r"#jobDetails=(\d{1,9})_", re.IGNORECASE)
GATES = (("tgnewui", "search"), ("tgwebhost",))
HOME, FORM = "TGnewUI/Search/Home/Home", "TGnewUI/Search/home/HomeWithPreLoad"
LIST, DETAIL = "TgNewUI/Search/Ajax/ProcessSortAndShowMoreJobs", "TgNewUI/Search/Ajax/JobDetails"
FIFTY = 50
TITLES, IDS = ("jobtitle", "job title", "title"), ("reqid", "autoreq")
TEXTS = ("jobdescription", "job description", "summary", "formtext3")
WHERE = ("location city/town/district", "location city", "city", "location state/region", "state", "location country")
WHERE_ALL = (*WHERE, "country", "location", "formtext8", "formtext9", "formtext10")


def match(url: str) -> Ref | None:
    """Sites and postings of the newer and the older gateway, on the vendor's hosts and on others."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    query = {name.lower(): values[-1] for name, values in parts.query.items()}
    if not any(path[: len(gate)] == gate for gate in GATES) or not query.get("partnerid") or not query.get("siteid"):
        return None
    behind = BEHIND.search(url)
    job = query.get("jobid") or (behind[1] if behind else None)
    return refer(f"{query['partnerid']}~{query['siteid']}", job, None if parts.host == HOST else parts.host)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or posting; all are numbers."""
    partner, _, site = token.partition("~")
    host = exchange.own_host(region or HOST)
    if not (NUMBER.fullmatch(partner) and NUMBER.fullmatch(site)) or host is None:
        return None
    query = f"partnerid={partner}&siteid={site}"
    if external_id is None:
        return refs.board(NAME, token, f"https://{host}/{HOME}?{query}", region)
    url = f"https://{host}/{FORM}?{query}&PageType=JobDetails&jobid={external_id}"
    return refs.posting(NAME, token, external_id, url, region) if NUMBER.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page, which begins the session."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page, after which the list or the posting is asked for; a page of the list; a posting."""
    if exchange.is_markup(response):
        return _session(ref, response)
    answer = Node(decode(response))
    if answer.value("JobsCount") is not None:
        return _listing(ref, answer, response)
    service = answer.at("ServiceResponse")
    details = service.at("Jobdetails")
    if isinstance(details.value("JobDetailQuestions"), list):
        posting = _posting(ref, _questions(details.rows("JobDetailQuestions")), None)
        if posting is not None:
            return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if isinstance(answer.value("ServiceResponse"), dict) and service.value("Jobdetails") is None:
        raise Gone(f"BrassRing has nothing of job {ref.external_id}")
    raise Broken("BrassRing's answer holds neither jobs nor one of them")


marks = unmarked


# ---------------------------------------------------------------- session


def _session(ref: Ref, response: Response) -> Page:
    """The page tells a token against forgery, and the session; both go with what follows."""
    document = hosted.document(response)
    token = document.first("input[name='__RequestVerificationToken']")
    value = exchange.word(token.attr("value")) if token else None
    if not value or not ref.token:
        return hosted.parse(ref, response, match)
    session = document.first("#CookieValue")
    host = ref.region or HOST
    partner, _, site = ref.token.partition("~")
    headers = (("RFT", value), ("x-requested-with", "XMLHttpRequest"), *exchange.cookies(response))
    if ref.kind is RefKind.POSTING:
        asked = {"partnerId": partner, "siteId": site, "jobid": ref.external_id, "configMode": 1, "jobSiteId": site}
        following = exchange.post(f"https://{host}/{DETAIL}", asked, headers)
        return Page(kind=RefKind.POSTING, reader=NAME, next=following, complete=False)
    search = _search(partner, site, (session.attr("value") if session else None) or "")
    following = exchange.post(f"https://{host}/{LIST}", search, headers)
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


def _search(partner: str, site: str, session: str) -> dict[str, object]:
    return {
        "partnerId": partner,
        "siteId": site,
        "keyword": "",
        "location": "",
        "keywordCustomSolrFields": "",
        "locationCustomSolrFields": "",
        "linkId": "",
        "Latitude": 0,
        "Longitude": 0,
        "facetfilterfields": {"Facet": []},
        "powersearchoptions": {"PowerSearchOption": []},
        "SortType": "LastUpdated",
        "pageNumber": 1,
        "encryptedSessionValue": session,
    }


# ---------------------------------------------------------------- reading


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    rows = answer.at("Jobs").rows("Job")
    number, total = exchange.count(exchange.asked(response), "pageNumber") or 1, exchange.count(answer, "JobsCount")
    if not rows and total:
        raise Broken("BrassRing counts jobs, and its answer holds none")
    before = (number - 1) * FIFTY
    more = exchange.following(before, len(rows), total)
    following = exchange.again(response, {**exchange.sent(response), "pageNumber": number + 1}) if more else None
    read = (_posting(ref, _questions(row.rows("Questions")), row.url("Link")) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _questions(rows: tuple[Node, ...]) -> dict[str, str]:
    """Values by the names of their questions, and of the fields behind them."""
    found: dict[str, str] = {}
    for row in rows:
        value = row.markup("Value") or row.markup("AnswerValue")
        for name in (row.text("QuestionName"), row.text("VerityZone")):
            if name and value.strip():
                found.setdefault(name.lower(), value)
    return found


def _posting(ref: Ref, said: dict[str, str], link: str | None) -> Posting | None:
    title, linked = label(_first(said, TITLES)), match(link) if link else None
    external_id = ref.external_id or (linked.external_id if linked else None) or _first(said, IDS[:1])
    if not title or not external_id:
        return None
    own = refer(ref.token, external_id, ref.region) if ref.token else linked
    words = fill.description(_first(said, TEXTS) or "")
    where = _places(said)
    return Posting(
        title=title,
        url=own.url if own else link,
        board=NAME,
        token=ref.token or (linked.token if linked else None),
        external_id=external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        department=label(said.get("department")),
        salary=fill.pay(None, words, where),
        updated_at=dates.iso(said.get("lastupdated")),
        description_html=words.html,
        description_text=words.text,
        language=words.language,
        requisition_id=label(said.get("autoreq")),
    )


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name] for name in names if name in said), None)


def _places(said: dict[str, str]) -> tuple[Place, ...]:
    """The parts of one place, if they add up to one that is known."""
    stated = (said[name] for name in WHERE_ALL if len(said.get(name, "-" * 200)) < 200)
    parts = dict.fromkeys(part for one in stated if (part := label(plain(one) if "<" in one else one)))
    if not parts:
        return ()
    read = places.place(", ".join(parts))
    return (read,) if read.country else ()


# ---------------------------------------------------------------- examples

FERN = f"https://{HOST}/{FORM}?partnerid=25416&siteid=6007&PageType=JobDetails&jobid=1234567"
SITE = f"https://{HOST}/{HOME}?partnerid=25416&siteid=6007"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}&codes=x#page",
        ref=refs.posting(NAME, "25416~6007", "1234567", FERN),
        spellings=(
            f"{SITE}#jobDetails=1234567_6007",
            "http://sjobs.brassring.com/tgwebhost/jobdetails.aspx?jobId=1234567&PartnerId=25416&SiteId=6007&type=mail",
            f"https://jobs.fernbrook.example/{FORM}?jobid=1234567&siteid=6007&partnerid=25416",
        ),
        body="""{"ServiceResponse": {"Jobdetails": {"JobDetailQuestions": [
            {"QuestionName": "Job Title", "VerityZone": "jobtitle", "AnswerValue": "Miller"},
            {"QuestionName": "Req ID", "VerityZone": "autoreq", "AnswerValue": "98765BR"},
            {"QuestionName": "Job Description", "VerityZone": "formtext3", "AnswerValue": "<p>You mill.</p>"},
            {"QuestionName": "Location City", "VerityZone": "formtext8", "AnswerValue": "Decatur"},
            {"QuestionName": "Location State/Region", "VerityZone": "formtext9", "AnswerValue": "Illinois"},
            {"QuestionName": "Location Country", "VerityZone": "formtext10", "AnswerValue": "United States"}]}}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    url=FERN,
                    board=NAME,
                    token="25416~6007",
                    external_id="1234567",
                    locations=(
                        Place(text="Decatur, Illinois, United States", city="Decatur", region="Illinois", country="US"),
                    ),
                    description_html="<p>You mill.</p>",
                    description_text="You mill.",
                    requisition_id="98765BR",
                ),
            ),
        ),
    ),
    Example(
        url=f"{SITE}&gqid=1",
        ref=refs.board(NAME, "25416~6007", SITE),
        spellings=(
            "https://sjobs.brassring.com/TGWebHost/home.aspx?partnerid=25416&siteid=6007",
            "https://krb-sjobs.brassring.com/tgnewui/search/home/home?siteid=6007&partnerid=25416#keyWordSearch=&locationSearch=",
        ),
        body=f"""{{"JobsCount": 1, "Jobs": {{"Job": [{{"Link": "{FERN}", "Questions": [
            {{"QuestionName": "reqid", "Value": "1234567"}}, {{"QuestionName": "jobtitle", "Value": "Miller"}},
            {{"QuestionName": "autoreq", "Value": "98765BR"}}, {{"QuestionName": "department", "Value": "Mills"}},
            {{"QuestionName": "lastupdated", "Value": "02-Mar-2026"}},
            {{"QuestionName": "formtext8", "Value": "Decatur"}}, {{"QuestionName": "formtext9", "Value": "Illinois"}},
            {{"QuestionName": "formtext10", "Value": "United States"}},
            {{"QuestionName": "jobdescription", "Value": "<p>You mill.</p>"}}]}}]}}}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Miller",
                    url=FERN,
                    board=NAME,
                    token="25416~6007",
                    external_id="1234567",
                    locations=(
                        Place(text="Decatur, Illinois, United States", city="Decatur", region="Illinois", country="US"),
                    ),
                    department="Mills",
                    updated_at="2026-03-02",
                    description_html="<p>You mill.</p>",
                    description_text="You mill.",
                    requisition_id="98765BR",
                ),
            ),
            total=1,
        ),
    ),
)
