"""`recognize`, `read` and `score`: the parts of the machine by hand. No store, no network."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
from cyclopts import Parameter

from jobfinder.boards import registry
from jobfinder.errors import Broken, Gone, UsageError
from jobfinder.faces import files, tables, words
from jobfinder.faces.session import NO, YES, Json, Session, file_help
from jobfinder.match.prefs import Preferences
from jobfinder.model import Page, Ref, RefKind, Response
from jobfinder.read import urls as addresses

NO_BOARD = ("page", "site")
"""Readers of pages; these are no boards."""


def recognize(
    *urls: Annotated[str, Parameter(help="Addresses, or any text.")], json: Json = False, session: Session
) -> None:
    """Say what addresses are, without asking anybody: board, token, id, kind, canonical key."""
    if not urls:
        raise UsageError("recognize needs an address")
    rows = [recognized(url) for url in urls]
    return session.emit(rows) if json else tables.show(session.out, tables.RECOGNIZED, rows, 0.0)


def recognized(url: str) -> dict[str, Any]:
    """One answer; what is not known is null. The key is that of the entity which submitting would make."""
    row = {"url": url, "board": None, "token": None, "external_id": None, "kind": RefKind.UNKNOWN, "key": None}
    if not is_public(url):
        return row
    ref = registry.recognize(url)
    row |= {"token": ref.token, "external_id": ref.external_id, "kind": ref.kind, "key": ref.key}
    return row | {"board": board_name(ref)}


def is_public(url: str) -> bool:
    """Could it be submitted: an address on the web, of a site with a public name?"""
    try:
        return not addresses.is_address(addresses.host(addresses.canonical(url)))
    except UsageError:
        return False


def board_name(ref: Ref) -> str | None:
    return None if ref.board in NO_BOARD else ref.board


def read(
    file: Annotated[str, file_help("A saved answer: JSON, HTML, a feed; - for stdin.")],
    /,
    *,
    url: Annotated[str | None, Parameter(help="Where it was fetched from.")] = None,
    board: Annotated[str | None, Parameter(help="Read it as an answer of this board.")] = None,
    json: Json = False,
    session: Session,
) -> int:
    """Read saved bytes as if they had just been fetched, and print the postings as JSON.

    A page that says that its role is closed says so under `closed`. Exit code 1: the board's reader did not
    understand it, as `problem` tells.
    """
    ref = ref_of(url, board)
    response = Response(url=url or ref.url, status=200, body=files.read_bytes(file))
    try:
        answer = page_row(ref, registry.parse(ref, response))
    except Gone as error:
        answer = page_row(ref, Page(kind=ref.kind, reader=ref.board, closed=str(error)))
    except Broken as error:
        answer = page_row(ref, Page(kind=RefKind.UNKNOWN, reader=ref.board)) | {"problem": str(error)}
    session.emit(answer)
    return NO if "problem" in answer else YES


def ref_of(url: str | None, board: str | None) -> Ref:
    """What the file is an answer to. A board that is named beats what its address suggests."""
    if board is not None:
        known = registry.named(board)
        if known is None:
            raise UsageError(f"unknown board {board!r}: one of {', '.join(registry.names())}")
        board = known
    found = registry.recognize(addresses.canonical(url)) if url else None
    if found is not None and board in (None, found.board):
        return found
    kind = {None: RefKind.UNKNOWN, "page": RefKind.UNKNOWN, "rss": RefKind.FEED}.get(board, RefKind.BOARD)
    return Ref(board=board or "page", kind=kind, key="", url=found.url if found else "")


def page_row(ref: Ref, page: Page) -> dict[str, Any]:
    """What was read."""
    postings = [msgspec.to_builtins(posting) for posting in page.postings]
    board = board_name(ref) or next((posting.board for posting in page.postings if posting.board), None)
    row: dict[str, Any] = {"board": board, "kind": page.kind, "reader": page.reader, "postings": postings}
    row["next"] = page.next.url if page.next else None
    row |= {"confidence": page.confidence} if page.postings and page.confidence < 1 else {}
    return row | ({"closed": page.closed} if page.closed else {})


def score(
    *,
    posting: Annotated[str, file_help("A posting, or all that `read` printed of one posting; - for stdin.")],
    profile: Annotated[str, Parameter(help="A profile in TOML, a JSON Resume, or a résumé (PDF, DOCX, text).")],
    prefs: Annotated[str | None, Parameter(help="Preferences in TOML: the filter is asked, too.")] = None,
    json: Json = False,
    session: Session,
) -> None:
    """Score one posting, in parts, each with the sentence it rests on."""
    from jobfinder.match.filter import judge
    from jobfinder.match.rules import case_of
    from jobfinder.match.score import score as scored

    wanted = files.preferences(prefs) if prefs else Preferences()
    given = files.posting(posting)
    today = datetime.now(UTC).date()
    judged = judge(case_of(given, wanted, today))
    made = scored(given, None, files.profile(profile), wanted, today=today)
    if json:
        return session.emit({**msgspec.to_builtins(made), "filter": judged})
    from jobfinder.faces import cards, fit

    head = words.joined((given.title, given.company), " at ")
    session.say(f"{head}: {made.score} of 100, {fit.confidence(made.coverage)}")
    plain = msgspec.to_builtins(made)
    lines = [] if judged.passed else list(fit.reasons(msgspec.to_builtins(judged.rules), given.title))
    for line in (*lines, *fit.gate(plain), *fit.parts(plain)):
        cards.put(session.out, line)
    for title, skills in (("has", made.matched_skills), ("lacks", made.missing_skills)):
        if skills:
            session.say(f"  {title}: {', '.join(skills)}")
    return None
