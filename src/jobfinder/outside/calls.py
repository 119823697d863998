"""What goes out: headers, validators, redirects, and the name under which an answer is remembered. Pure.

Called by `http` only. The door speaks for us: headers about identity, connection and caching are its own, and
what an adapter says about them is ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

from jobfinder.errors import Broken, Fault, Refused, UsageError
from jobfinder.model import Request, Response
from jobfinder.outside.decode import ACCEPTED
from jobfinder.outside.keys import is_place
from jobfinder.outside.outcome import REDIRECTS, Headers, header
from jobfinder.outside.target import Target, read_target, shown
from jobfinder.outside.wire import Answer, Call

_METHODS = frozenset({"GET", "HEAD", "POST"})
_OURS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "if-modified-since",
        "if-none-match",
        "keep-alive",
        "te",
        "transfer-encoding",
        "upgrade",
        "user-agent",
    }
)
# What may be told to another host than the one the request was made for.
_PUBLIC = frozenset({"accept", "accept-encoding", "accept-language", "content-type", "user-agent"})
_ACCEPT = "text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.9,*/*;q=0.5"


def user_agent(contact: str) -> str:
    """Who we are, honestly. Raises `UsageError` if `contact` cannot stand in a header."""
    if not (contact.isascii() and contact.isprintable()) or set("()") & set(contact):
        raise UsageError(f"network.contact {contact!r}: write a mail or web address, in plain ASCII")
    name = f"jobfinder/{_version()}"
    return f"{name} (+{contact})" if contact else f"{name} (a personal job search; no contact given)"


def first_call(request: Request, agent: str) -> Call:
    """`request` as it goes out. Raises `Refused` if its URL is none to go to, `Broken` if its method is unknown."""
    method = request.method.upper()
    if method not in _METHODS:
        raise Broken(f"{shown(request.url)}: no {request.method} requests are made, only GET, HEAD and POST")
    try:
        target = read_target(request.url)
    except ValueError:
        raise Refused(f"{shown(request.url)} cannot be read as a web address") from None
    stated = tuple(
        (name.lower(), value) for name, value in request.headers if name.lower() not in _OURS or is_place(value)
    )
    # Some boards want to be told by the User-Agent whose key it is.
    name = () if header(stated, "user-agent") else (("user-agent", agent),)
    own = (*name, ("accept-encoding", ACCEPTED))
    accept = () if header(stated, "accept") else (("accept", _ACCEPT),)
    return Call(target=target, method=method, headers=own + accept + stated, body=request.body)


def memory_key(call: Call) -> str:
    """The name under which the answer to `call` is remembered: method and URL, and a hash of what else was sent."""
    said = tuple(item for item in call.headers if item[0] not in {"user-agent", "accept-encoding"})
    if call.body is None and all(value == _ACCEPT for _, value in said):
        return f"{call.method} {call.target.url}"
    digest = hashlib.sha256(repr((said, call.body)).encode()).hexdigest()[:16]
    return f"{call.method} {call.target.url} {digest}"


def on_the_wire(call: Call, known: Response | None) -> Call:
    """`call` with its Host header and, if `known` is what its URL answered last time, "only if it changed"."""
    headers = (("host", call.target.authority), *call.headers, *_validators(call, known))
    return Call(target=call.target, method=call.method, headers=headers, body=call.body)


def next_call(call: Call, answer: Answer) -> Call | None:
    """Where a redirect leads, or None if `answer` is none. Raises `Fault` if it leads nowhere, `Refused` if astray."""
    if answer.status not in REDIRECTS:
        return None
    location = header(answer.headers, "location")
    if not location:
        raise Fault(f"{call.target.host} redirects without saying where", kind="redirect")
    target = _follow(call.target, location)
    kept = answer.status in (307, 308) or (call.method != "POST" and answer.status != 303)
    same = target.origin == call.target.origin
    may_go: Callable[[str], bool] = (lambda name: True) if same else _PUBLIC.__contains__
    return Call(
        target=target,
        method=call.method if kept or call.method == "HEAD" else "GET",
        headers=tuple(
            (name, value) for name, value in call.headers if may_go(name) and (kept or name != "content-type")
        ),
        body=call.body if kept else None,
    )


def _follow(target: Target, location: str) -> Target:
    # Servers send raw UTF-8 here; headers were read as Latin-1.
    text = location.encode("latin-1").decode("utf-8", "replace")
    try:
        return read_target(text, target.url)
    except ValueError:
        raise Fault(f"{target.host} redirects to {shown(text)!r}, which is no address", kind="redirect") from None
    except Refused as refused:
        raise Refused(f"{shown(target.url)} redirects where we do not go: {refused}") from None


def _validators(call: Call, known: Response | None) -> Headers:
    if known is None or call.method != "GET" or known.status != 200 or known.url != call.target.url:
        return ()
    pairs = (("if-none-match", "etag"), ("if-modified-since", "last-modified"))
    return tuple((ours, value) for ours, theirs in pairs if (value := header(known.headers, theirs)))


def _version() -> str:
    try:
        return version("jobfinder")
    except PackageNotFoundError:
        return "source"
