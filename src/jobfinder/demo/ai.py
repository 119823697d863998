"""A scripted endpoint for language models, on a port of this machine: it says what a function of the test's wants said.

    async with scripted(lambda asked: {"requirements": []}) as endpoint:
        ai = Ai(models=("local/m",), endpoints={"local": Endpoint(base_url=endpoint.url, free=True)})
        ...
        assert endpoint.requests[0].mode == "schema"

It speaks the formats of OpenAI, Anthropic, Gemini and Ollama (`ai_wires`), and fails in all the ways that real ones
do (`ai_said`). Used by the tests, and by nothing that works. The function is called on the event loop and has to be
quick.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from jobfinder.demo import answer
from jobfinder.demo.ai_said import Asked, ReplyTo, Said, said
from jobfinder.demo.ai_wires import WIRES, Wire, write
from jobfinder.demo.connection import MOST_HEAD, converse
from jobfinder.demo.incoming import Incoming

ADDRESS = "127.0.0.1"


class Scripted:
    """A running endpoint. `requests` are those it was asked, in order; the hook may be changed meanwhile."""

    def __init__(self, reply_to: ReplyTo) -> None:
        self.reply_to = reply_to
        self.requests: list[Asked] = []
        self.strays: list[str] = []
        self.port = 0
        self._talks: set[asyncio.Future[None]] = set()

    @property
    def root(self) -> str:
        """The address for Anthropic's and Gemini's formats, and Ollama's own."""
        return f"http://{ADDRESS}:{self.port}"

    @property
    def url(self) -> str:
        """The address for OpenAI's format."""
        return f"{self.root}/v1"

    def respond(self, incoming: Incoming) -> answer.Answer:
        """The answer to one HTTP request."""
        for wire in WIRES:
            match = wire.path.fullmatch(incoming.path)
            if match and incoming.method == "POST":
                return self._answer(incoming, wire, match)
        self.strays.append(f"{incoming.method} {incoming.path}")
        return answer.json({"error": {"message": f"no {incoming.path} here"}}, 404)

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        talk = asyncio.ensure_future(converse(reader, writer, self.respond))
        self._talks.add(talk)
        talk.add_done_callback(lambda done: writer.close())
        talk.add_done_callback(self._talks.discard)

    async def end(self) -> None:
        """End all connections, those that wait for an answer as well."""
        talks = list(self._talks)
        for talk in talks:
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)

    def _answer(self, incoming: Incoming, wire: Wire, match: re.Match[str]) -> answer.Answer:
        body = msgspec.json.decode(incoming.body, type=dict)
        asked = Asked(
            number=len(self.requests) + 1,
            wire=wire.name,
            path=incoming.path,
            headers=incoming.headers,
            body=body,
            **wire.asked(body, match),
        )
        self.requests.append(asked)
        made = said(self.reply_to(asked))
        if made.dropped == "before":
            return answer.Answer(broken=True)
        return write(asked, wire, made)


@asynccontextmanager
async def scripted(reply_to: ReplyTo) -> AsyncIterator[Scripted]:
    """An endpoint that answers as `reply_to` says, while the block runs."""
    endpoint = Scripted(reply_to)
    server = await asyncio.start_server(endpoint.connected, ADDRESS, 0, limit=MOST_HEAD)
    endpoint.port = server.sockets[0].getsockname()[1]
    try:
        yield endpoint
    finally:
        server.close()
        await endpoint.end()


__all__ = ["Asked", "ReplyTo", "Said", "Scripted", "scripted"]
