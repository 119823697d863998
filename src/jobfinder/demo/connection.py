"""HTTP/1.1 on one connection: read a request, have it answered, write the answer, again. Started by `server`.

Knows nothing of the world. Whatever a client sends, it gets an answer or the connection ends; nothing is raised.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

import msgspec

from jobfinder.demo.answer import Answer, text
from jobfinder.demo.incoming import BadRequest, Incoming, read_head

MOST_HEAD = 32 << 10
BODILESS = (204, 304)
LINE_BREAKS = str.maketrans("", "", "\r\n\0")
REASONS = {status.value: status.phrase for status in HTTPStatus}

Respond = Callable[[Incoming], Answer]


async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, respond: Respond) -> None:
    """Answer what comes until either side is done; the caller closes. `reader` should be limited to `MOST_HEAD`."""
    with suppress(OSError, asyncio.IncompleteReadError):
        while await _exchange(reader, writer, respond):
            pass


async def _exchange(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, respond: Respond) -> bool:
    try:
        asked = read_head(await reader.readuntil(b"\r\n\r\n"))
    except asyncio.LimitOverrunError:
        return await _refuse(writer, BadRequest(f"headers above {MOST_HEAD} bytes", 431))
    except BadRequest as error:
        return await _refuse(writer, error)
    if asked.length:
        asked = msgspec.structs.replace(asked, body=await reader.readexactly(asked.length))
    return await _send(writer, asked, respond(asked))


async def _refuse(writer: asyncio.StreamWriter, error: BadRequest) -> bool:
    answer = text(f"{error}\n", status=error.status)
    writer.write(_head(answer, ("Connection: close", f"Content-Length: {len(answer.body)}")) + answer.body)
    await writer.drain()
    return False


async def _send(writer: asyncio.StreamWriter, asked: Incoming, answer: Answer) -> bool:
    """Whether the connection goes on."""
    if answer.delay:
        await asyncio.sleep(answer.delay)
    if answer.stream is not None:
        return await _stream(writer, asked, answer)
    if answer.broken:
        return await _break_off(writer, answer)
    framing = [] if asked.keep_alive else ["Connection: close"]
    framing += [] if answer.status in BODILESS else [f"Content-Length: {len(answer.body)}"]
    bodiless = asked.method == "HEAD" or answer.status in BODILESS
    writer.write(_head(answer, framing) + (b"" if bodiless else answer.body))
    await writer.drain()
    return asked.keep_alive


async def _break_off(writer: asyncio.StreamWriter, answer: Answer) -> bool:
    """Half of the body under the length of the whole; nothing at all where there is no body to halve."""
    half = answer.body[: len(answer.body) // 2]
    if half:
        writer.write(_head(answer, [f"Content-Length: {len(answer.body)}"]) + half)
        await writer.drain()
    return False


async def _stream(writer: asyncio.StreamWriter, asked: Incoming, answer: Answer) -> bool:
    framing = ["Transfer-Encoding: chunked"] if asked.chunks else []
    framing += [] if asked.keep_alive and asked.chunks else ["Connection: close"]
    writer.write(_head(answer, framing))
    if asked.method != "HEAD" and answer.stream is not None:
        for piece in answer.stream():
            writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if asked.chunks else piece)
            await writer.drain()
            # A fast reader never makes `drain` wait; others want to be served meanwhile.
            await asyncio.sleep(0)
        writer.write(b"0\r\n\r\n" if asked.chunks else b"")
    await writer.drain()
    return asked.keep_alive and asked.chunks


def _head(answer: Answer, framing: list[str] | tuple[str, ...]) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {REASONS.get(answer.status, 'Said')}"]
    if answer.body or answer.stream:
        lines.append(f"Content-Type: {answer.content_type.translate(LINE_BREAKS)}")
    lines += [f"{name}: {value}".translate(LINE_BREAKS) for name, value in answer.headers]
    return "\r\n".join((*lines, *framing, "", "")).encode("latin-1", "replace")
