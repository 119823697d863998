"""One request, one answer, within bounds of size and time. The only module that talks to the HTTP library.

Called by `http`, which decides by status and headers how much of the body is read. Redirects, robots, turns and
meanings are not known here. Every failure leaves as one of the errors of `jobfinder.errors`.
"""

from __future__ import annotations

import asyncio
import io
import ssl
from collections.abc import Callable
from contextlib import aclosing

import httpcore2
import httpx2

from jobfinder.errors import Broken, Fault, Refused, StepError, UsageError
from jobfinder.model import Record
from jobfinder.outside.decode import DecodeError, TooLargeError, TooPackedError, Unpacker, codings_of
from jobfinder.outside.network import Dial, GuardedBackend, Resolve
from jobfinder.outside.outcome import Headers, header
from jobfinder.outside.routes import find_route, read_routes
from jobfinder.outside.settings import Network
from jobfinder.outside.target import Target, shown

_CONNECTIONS = 100
_IDLE_CONNECTIONS = 20
_IDLE_SECONDS = 5.0
_TOO_MUCH_HEADER = 431


class Call(Record, frozen=True):
    """One request as it goes out. `headers` are all headers, lower case, except the body's length."""

    target: Target
    method: str
    headers: Headers
    body: bytes | None = None


class Reading(Record, frozen=True):
    """How much of a body to read: `limit` bytes unpacked; of a longer one the start (`cut`) or nothing (refused)."""

    limit: int
    cut: bool = False


class Answer(Record, frozen=True):
    """What came back. Header names are lower case; `body` is unpacked, and empty if it was not to be read."""

    status: int
    headers: Headers
    body: bytes


Choose = Callable[[Target, int, Headers], Reading | None]
"""Decides by target, status and headers what to read of the body; None is nothing. May raise `Refused`."""


class Wire:
    """The guarded connections of one process. Raises `UsageError` if the settings cannot be used."""

    def __init__(self, settings: Network, resolve: Resolve, dial: Dial) -> None:
        self._settings = settings
        self._routes = read_routes(settings.connect_to)
        self._pool = httpcore2.AsyncConnectionPool(
            ssl_context=_trust(settings.ca_file),
            max_connections=_CONNECTIONS,
            max_keepalive_connections=_IDLE_CONNECTIONS,
            keepalive_expiry=_IDLE_SECONDS,
            http2=settings.http2,
            network_backend=GuardedBackend(self._routes, resolve, dial),
        )

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()

    async def exchange(self, call: Call, choose: Choose) -> Answer:
        """Send `call` and read what `choose` says. Raises `Refused`, `Fault` or `Broken`."""
        try:
            async with asyncio.timeout(self._settings.total_timeout):
                return await self._send(call, choose)
        except TimeoutError:
            seconds = self._settings.total_timeout
            raise Fault(f"{call.target.host} took longer than {seconds:g} s", kind="timeout") from None
        except (TooLargeError, TooPackedError) as error:
            raise Refused(f"refused {shown(call.target.url)}: {error}") from None
        except DecodeError as error:
            raise Fault(f"{shown(call.target.url)}: {error}", kind="protocol") from None
        except _FAILURES as error:
            raise _meaning(error, call.target.host) from error

    async def _send(self, call: Call, choose: Choose) -> Answer:
        response = await self._pool.handle_async_request(self._request(call))
        try:
            headers = self._headers(response, call.target)
            reading = choose(call.target, response.status, headers)
            body = b"" if reading is None else await _read(response, headers, reading)
        finally:
            await response.aclose()
        return Answer(status=response.status, headers=headers, body=body)

    def _request(self, call: Call) -> httpcore2.Request:
        target = call.target
        # A mapped name is asked by plain HTTP, whatever the URL says.
        scheme = "http" if find_route(self._routes, target.host) else target.scheme
        length = () if call.body is None else (("content-length", str(len(call.body))),)
        try:
            headers = [(name.encode("ascii"), value.encode("ascii")) for name, value in call.headers + length]
        except UnicodeEncodeError as error:
            raise Broken(f"a header for {target.host} is not ASCII: {error.object!r}") from None
        return httpcore2.Request(
            call.method,
            httpcore2.URL(scheme=scheme, host=target.host, port=target.port, target=target.path),
            headers=headers,
            content=call.body,
            extensions={"timeout": self._timeouts()},
        )

    def _timeouts(self) -> dict[str, float]:
        between = self._settings.read_timeout
        return {"connect": self._settings.connect_timeout, "read": between, "write": between}

    def _headers(self, response: httpcore2.Response, target: Target) -> Headers:
        if sum(len(name) + len(value) for name, value in response.headers) > self._settings.max_headers:
            raise Refused(f"refused {shown(target.url)}: headers of more than {self._settings.max_headers:,} bytes")
        return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in response.headers)


async def _read(response: httpcore2.Response, headers: Headers, reading: Reading) -> bytes:
    stated = header(headers, "content-length") or ""
    if not reading.cut and stated.isascii() and stated.isdigit() and int(stated[:15]) > reading.limit:
        raise TooLargeError(f"too large: {int(stated[:15]):,} bytes, more than {reading.limit:,} bytes")
    unpacker = Unpacker(codings_of(headers), reading.limit)
    # Unlike a bytearray, it gives its content away without copying it.
    body = io.BytesIO()
    try:
        async with aclosing(response.aiter_stream()) as chunks:
            async for chunk in chunks:
                for piece in unpacker.feed(chunk):
                    body.write(piece)
                # Thousands of tiny chunks arrive in one read: let others, and the time limit, have their turn.
                await asyncio.sleep(0)
        unpacker.finish()
    except TooLargeError:
        if not reading.cut:
            raise
    return body.getvalue()


def _trust(ca_file: str | None) -> ssl.SSLContext:
    context = httpx2.create_ssl_context(trust_env=False)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:
            raise UsageError(f"network.ca_file {ca_file!r} cannot be used: {error.strerror or error}") from None
    return context


_FAILURES = (
    httpcore2.TimeoutException,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    OSError,
)


def _meaning(error: Exception, host: str) -> StepError:
    """The error of ours that a failure of the library amounts to."""
    cause = error.args[0] if error.args and isinstance(error.args[0], Exception) else error
    why = shown(str(cause)) or type(cause).__name__
    if isinstance(error, httpcore2.TimeoutException):
        return Fault(f"{host} did not answer in time", kind="timeout")
    if isinstance(cause, ssl.SSLError):
        return Fault(f"no secure connection to {host}: {why}", kind="tls")
    if isinstance(error, httpcore2.ProtocolError):
        return _protocol_meaning(error, cause, host, why)
    return Fault(f"no connection to {host}: {why}", kind="connect")


def _protocol_meaning(error: Exception, cause: Exception, host: str, why: str) -> StepError:
    if getattr(cause, "error_status_hint", None) == _TOO_MUCH_HEADER:
        return Refused(f"refused {host}: its headers do not end")
    # h11 knows which side broke the rules; h2 reports both sides as ours.
    if isinstance(error, httpcore2.LocalProtocolError) and type(cause).__module__.startswith("h11"):
        return Broken(f"our request to {host} is not valid HTTP: {why}")
    return Fault(f"{host} does not speak HTTP properly: {why}", kind="protocol")
