"""What goes over the wire to a model's endpoint: to its own address, with its key, within bounds, and nothing else.

Made by `library` under every client of a provider. Those clients never hold a key: it is put in here, as the request
goes out, and taken out of what comes back. Headers that they, or the environment, would add are left out. No redirect
is followed, no proxy of the environment used. Imports the HTTP library, so it is imported only when a model is asked.
"""

from __future__ import annotations

import httpx2

from jobfinder.errors import Broken, Refused
from jobfinder.outside.ai.mend import mended
from jobfinder.outside.ai.settings import Reach
from jobfinder.outside.calls import user_agent

MOST_ANSWER = 4 * 1024 * 1024
"""Bytes of one answer: some tens of thousands of tokens, with room for what surrounds them."""
CONNECT_SECONDS = 15.0
SENT = frozenset(
    {"accept", "anthropic-beta", "anthropic-version", "connection", "content-length", "content-type", "host"}
    | {"idempotency-key"}
)
"""Headers that are sent as the client has them."""
UNUSED = "the-key-is-put-in-on-the-wire"
"""Stands where the clients want a key."""
KEY_HEADERS = {"openai": "authorization", "anthropic": "x-api-key", "gemini": "x-goog-api-key"}


class EndpointTransport(httpx2.AsyncBaseTransport):
    """The only way out of a provider's client."""

    def __init__(self, there: Reach, inner: httpx2.AsyncBaseTransport) -> None:
        self._there = there
        self._origin = _origin(httpx2.URL(there.base_url))
        self._inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises `Refused` for another address and for a redirect, `Broken` for an answer without end."""
        if _origin(request.url) != self._origin:
            raise Refused(f"ai.endpoints.{self._there.name}: its client wanted to go to another address")
        request.headers = self._headers(request.headers)
        response = await self._inner.handle_async_request(request)
        try:
            self._check(response)
            body = await self._read(response)
        finally:
            await response.aclose()
        return httpx2.Response(response.status_code, headers=self._said(response.headers), content=body)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()

    def _headers(self, headers: httpx2.Headers) -> httpx2.Headers:
        kept = [(name, value) for name, value in headers.items() if name.lower() in SENT]
        own = [("user-agent", user_agent("")), ("accept-encoding", "identity")]
        key = self._there.key
        shown = f"Bearer {key}" if self._there.kind == "openai" else key
        return httpx2.Headers([*kept, *own, *([(KEY_HEADERS[self._there.kind], shown)] if key else [])])

    def _check(self, response: httpx2.Response) -> None:
        where = f"ai.endpoints.{self._there.name}"
        if 300 <= response.status_code < 400:
            raise Refused(f"{where} redirects elsewhere: set {where}.base_url to the address itself")
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Broken(f"{where} answers compressed, although it was asked not to")

    async def _read(self, response: httpx2.Response) -> bytes:
        body = bytearray()
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > MOST_ANSWER:
                raise Broken(f"ai.endpoints.{self._there.name} answers with more than {MOST_ANSWER} bytes")
        key = self._there.key.encode()
        return mended(bytes(body).replace(key, b"...") if key else bytes(body), self._there.kind)

    def _said(self, headers: httpx2.Headers) -> list[tuple[str, str]]:
        # Only what is read by somebody; a length or an encoding no longer holds.
        return [(name, value) for name, value in headers.items() if name.lower() in _READ]


_READ = frozenset({"content-type", "retry-after", "retry-after-ms", "request-id", "x-request-id"})


def http_client(there: Reach, ca_file: str | None) -> httpx2.AsyncClient:
    """The HTTP client of one endpoint."""
    context = httpx2.create_ssl_context(trust_env=False)
    if ca_file:
        context.load_verify_locations(ca_file)
    inner = httpx2.AsyncHTTPTransport(verify=context, trust_env=False, retries=0)
    return httpx2.AsyncClient(
        transport=EndpointTransport(there, inner),
        timeout=httpx2.Timeout(there.timeout, connect=min(CONNECT_SECONDS, there.timeout)),
        follow_redirects=False,
        trust_env=False,
    )


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
