"""ETag and Last-Modified, and 304 for a client that has the bytes already. Pure; called by `server`."""

from __future__ import annotations

from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime

import msgspec

from jobfinder.demo.answer import Answer
from jobfinder.demo.incoming import Incoming


def conditional(asked: Incoming) -> bool:
    """Whether the client asks for the bytes only if they changed."""
    return "if-none-match" in asked.headers or "if-modified-since" in asked.headers


def settled(answer: Answer, asked: Incoming, modified: datetime) -> Answer:
    """The answer with its validators, or 304 where `asked` shows that it is known. `modified` is in UTC."""
    if not answer.validators:
        return answer
    headers = (("ETag", answer.etag), ("Last-Modified", format_datetime(modified, usegmt=True)))
    if not _known(asked, answer, modified):
        return msgspec.structs.replace(answer, headers=(*answer.headers, *headers))
    return msgspec.structs.replace(answer, status=304, body=b"", headers=headers)


def _known(asked: Incoming, answer: Answer, modified: datetime) -> bool:
    tags = asked.headers.get("if-none-match")
    if tags is not None:
        held = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return "*" in held or answer.etag in held
    since = asked.headers.get("if-modified-since")
    return since is not None and _not_after(modified, since)


def _not_after(modified: datetime, since: str) -> bool:
    try:
        return modified.timestamp() <= parsedate_to_datetime(since).timestamp()
    except (ValueError, OverflowError):
        return False
