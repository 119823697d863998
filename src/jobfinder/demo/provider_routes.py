"""The providers' hosts: which path is answered with which rendering of which board. Called by `router`.

To add a provider: a function here for each of its hosts, and its row in HOSTS.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from jobfinder.demo.addresses import (
    ASHBY_API,
    ASHBY_HOSTED,
    GREENHOUSE_API,
    GREENHOUSE_HOSTED,
    LEVER_API,
    LEVER_HOSTED,
    board_url,
)
from jobfinder.demo.answer import SCRIPT, Answer, html, json, missing, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.listing import CUT_SHORT, posting_data, posting_page
from jobfinder.demo.live import Live
from jobfinder.demo.records import BoardKind, Company
from jobfinder.demo.wire import ashby, greenhouse, lever

# ---------------------------------------------------------------- Greenhouse

GREENHOUSE_MISSING = {"status": 404, "error": "Job not found"}


def greenhouse_api(live: Live, asked: Incoming) -> Answer:
    """`boards-api.greenhouse.io`."""
    match asked.segments:
        case ("v1", "boards", token, *rest):
            company = live.on_board(BoardKind.GREENHOUSE, token)
            answer = _greenhouse_data(live, company, tuple(rest), asked) if company else None
            return answer or json(GREENHOUSE_MISSING, 404)
    return json(GREENHOUSE_MISSING, 404)


def _greenhouse_data(live: Live, company: Company, rest: tuple[str, ...], asked: Incoming) -> Answer | None:
    pay = asked.yes("pay_transparency")
    match rest:
        case ():
            return json({"name": company.name, "content": company.about})
        case ("jobs",) if live.is_cut(company, 1):
            return CUT_SHORT
        case ("jobs",):
            return json(greenhouse.listing(company, live.listed(company), content=asked.yes("content"), pay=pay))
        case ("jobs", external_id) if role := live.posted(company, external_id):
            questions = asked.yes("questions")
            how = live.closing(company, role)
            return posting_data(
                how, lambda: greenhouse.job(company, role, pay=pay, questions=questions), GREENHOUSE_MISSING
            )
    return None


def greenhouse_hosted(live: Live, asked: Incoming) -> Answer:
    """`boards.greenhouse.io` and `job-boards.greenhouse.io`: boards, postings, and what sites embed."""
    answer: Answer | None = None
    match asked.segments:
        case ("embed", "job_board", "js"):
            company = live.on_board(BoardKind.GREENHOUSE, asked.params.get("for", ""))
            answer = text(greenhouse.embed_script(company), SCRIPT) if company else None
        case ("embed", "job_board"):
            answer = _greenhouse_board(live, asked.params.get("for", ""), asked)
        case ("embed", "job_app"):
            answer = _greenhouse_posting(live, asked.params.get("for", ""), asked.params.get("token", ""))
        case (token,):
            answer = _greenhouse_board(live, token, asked)
        case (token, "jobs", external_id):
            answer = _greenhouse_posting(live, token, external_id)
    return answer or missing("The job board you were viewing is no longer active.")


def _greenhouse_board(live: Live, token: str, asked: Incoming) -> Answer | None:
    company = live.on_board(BoardKind.GREENHOUSE, token)
    if company is None:
        return None
    if live.is_cut(company, 1):
        return CUT_SHORT
    return html(greenhouse.board_page(company, live.listed(company), notice=asked.yes("error")))


def _greenhouse_posting(live: Live, token: str, external_id: str) -> Answer | None:
    company = live.on_board(BoardKind.GREENHOUSE, token)
    role = live.posted(company, external_id) if company else None
    if company is None or role is None:
        return None
    return posting_page(
        live.closing(company, role),
        lambda closed: greenhouse.posting_page(company, role, closed=closed),
        f"{board_url(company)}?error=true",
    )


# ---------------------------------------------------------------- Lever


def lever_api(live: Live, asked: Incoming, region: str | None) -> Answer:
    """`api.lever.co` and `api.eu.lever.co`."""
    answer: Answer | None = None
    match asked.segments:
        case ("v0", "postings", token) if company := live.on_board(BoardKind.LEVER, token, region):
            answer = _lever_listing(live, company, asked)
        case ("v0", "postings", token, external_id) if company := live.on_board(BoardKind.LEVER, token, region):
            role = live.posted(company, external_id)
            if role:
                how = live.closing(company, role)
                answer = posting_data(how, lambda: lever.posting(company, role), lever.MISSING)
    return answer or json(lever.MISSING, 404)


def _lever_listing(live: Live, company: Company, asked: Incoming) -> Answer:
    skip = asked.number("skip", 0)
    limit = min(asked.number("limit", lever.MOST) or lever.MOST, lever.MOST)
    if live.is_cut(company, skip // limit + 1):
        return json({"ok": False, "error": "Internal server error"}, 500)
    return json([lever.posting(company, role) for role in live.listed(company)[skip : skip + limit]])


def lever_hosted(live: Live, asked: Incoming, region: str | None) -> Answer:
    """`jobs.lever.co` and `jobs.eu.lever.co`."""
    match asked.segments:
        case (token,) if company := live.on_board(BoardKind.LEVER, token, region):
            return CUT_SHORT if live.is_cut(company, 1) else html(lever.board_page(company, live.listed(company)))
        case (token, external_id) | (token, external_id, "apply"):
            company = live.on_board(BoardKind.LEVER, token, region)
            role = live.posted(company, external_id) if company else None
            if company and role:
                return posting_page(
                    live.closing(company, role),
                    lambda closed: lever.posting_page(company, role, closed=closed),
                    board_url(company),
                )
    return missing("Sorry, we couldn't find anything here.")


# ---------------------------------------------------------------- Ashby


def ashby_api(live: Live, asked: Incoming) -> Answer:
    """`api.ashbyhq.com`."""
    match asked.segments:
        case ("posting-api", "job-board", token) if company := live.on_board(BoardKind.ASHBY, token):
            if live.is_cut(company, 1):
                return CUT_SHORT
            compensation = asked.yes("includeCompensation")
            return json(ashby.board(company, live.listed(company), compensation=compensation))
    return text("Not Found", status=404)


def ashby_hosted(live: Live, asked: Incoming) -> Answer:
    """`jobs.ashbyhq.com`: boards, postings, and the script that sites embed."""
    company = live.on_board(BoardKind.ASHBY, asked.segments[0]) if asked.segments else None
    if company is None:
        return missing("Job board not found")
    match asked.segments[1:]:
        case ():
            return CUT_SHORT if live.is_cut(company, 1) else html(ashby.board_page(company, live.listed(company)))
        case ("embed",):
            return text(ashby.embed_script(company), SCRIPT)
        case (external_id,) | (external_id, "application") if role := live.posted(company, external_id):
            return posting_page(
                live.closing(company, role),
                lambda closed: ashby.posting_page(company, role, closed=closed),
                board_url(company),
            )
    return missing("Job not found")


HOSTS: dict[str, Callable[[Live, Incoming], Answer]] = {
    GREENHOUSE_API: greenhouse_api,
    **dict.fromkeys(GREENHOUSE_HOSTED, greenhouse_hosted),
    **{host: partial(lever_api, region=region) for region, host in LEVER_API.items()},
    **{host: partial(lever_hosted, region=region) for region, host in LEVER_HOSTED.items()},
    ASHBY_API: ashby_api,
    ASHBY_HOSTED: ashby_hosted,
}
