"""Traps on the hostile company's site: answers that hurt a careless client. Served by `site_routes`, never by others.

`TRAPS` maps the last part of the path to the answer; the careers page links to each as if it were a posting.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import parse_qs

from jobfinder.demo.addresses import nav_of
from jobfinder.demo.answer import Answer, html, redirect
from jobfinder.demo.records import Company
from jobfinder.demo.wire.markup import link

MEBIBYTE = 1 << 20
BOMB_MEBIBYTES = 256
FLOOD_MEBIBYTES = 1024


def trap(company: Company, name: str, query: str) -> Answer | None:
    """The trap of that name, or null."""
    make = TRAPS.get(name)
    return make(company, query) if make else None


def trap_links(company: Company) -> str:
    """Links to all traps, dressed as openings."""
    base = nav_of(company).careers_path
    return "".join(f"<li class='job'><h3>{link(f'{base}/{name}', f'Engineer ({name})')}</h3></li>" for name in TRAPS)


def _bomb(company: Company, query: str) -> Answer:
    return Answer(body=bomb(), headers=(("Content-Encoding", "gzip"),))


@cache
def bomb() -> bytes:
    """A gzip stream of a quarter of a megabyte that unpacks to 256 MiB of zeros."""
    # Run lengths only: as small for zeros as the usual strategy, in half the time.
    packer = zlib.compressobj(9, zlib.DEFLATED, 31, 9, zlib.Z_RLE)
    zeros = bytes(MEBIBYTE)
    return b"".join(packer.compress(zeros) for _ in range(BOMB_MEBIBYTES)) + packer.flush()


def _flood(company: Company, query: str) -> Answer:
    return Answer(stream=_flooding)


def _flooding() -> Iterator[bytes]:
    yield b"<!DOCTYPE html><title>Flood</title>"
    for _ in range(FLOOD_MEBIBYTES * 16):
        yield b"<p>more</p>" * 5957


def _metadata(company: Company, query: str) -> Answer:
    return redirect("http://169.254.169.254/latest/meta-data/")


def _loopback(company: Company, query: str) -> Answer:
    return redirect("http://127.0.0.1:22/")


def _file(company: Company, query: str) -> Answer:
    return redirect("file:///etc/hostname")


def _loop(company: Company, query: str) -> Answer:
    turn = parse_qs(query).get("n", ["0"])[0]
    following = int(turn) + 1 if turn.isdecimal() and len(turn) < 9 else 1
    return redirect(f"{nav_of(company).careers_path}/loop?n={following}")


def _deep(company: Company, query: str) -> Answer:
    return html("<!DOCTYPE html><title>Deep</title>" + "<div>" * 50_000)


TRAPS: dict[str, Callable[[Company, str], Answer]] = {
    "bomb": _bomb,
    "flood": _flood,
    "metadata": _metadata,
    "loopback": _loopback,
    "file": _file,
    "loop": _loop,
    "deep": _deep,
}
