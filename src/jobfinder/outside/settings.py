"""What the seeker may set about the network, the reading of pages and their archive.

Read by `jobfinder.settings` and handed on by `app`. Imports no HTTP library, so that settings load fast.
A new field needs a default under which nothing changes, and its unit in the docstring.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from jobfinder.model import Record

MEGABYTE = 1024 * 1024


class Network(Record, frozen=True):
    """How pages are fetched. Every default is safe for a home connection.

    contact           who runs this: a mail or web address, sent to every host in the User-Agent
    connect_timeout   seconds to find and reach a host
    read_timeout      seconds without a byte
    total_timeout     seconds for one request, first to last byte, waiting for its turn not counted
    max_body          bytes of one page, unpacked; more is refused
    max_data          bytes of one answer in JSON or XML, in which boards list thousands of postings at once
    max_robots        bytes of a robots.txt; the rest is not looked at
    max_headers       bytes of an answer's headers; more is refused
    max_redirects     redirects followed from one request
    connect_to        `HOSTPATTERN=ADDR:PORT` entries: matching names are asked at that address by plain HTTP
    ca_file           a PEM file of certificate authorities to trust besides those of the system
    http2             offer HTTP/2; worth it only where a lane allows several requests in flight
    respect_robots    keep to robots.txt
    """

    contact: str = ""
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 30.0
    max_body: int = 8 * MEGABYTE
    max_data: int = 32 * MEGABYTE
    max_robots: int = 512 * 1024
    max_headers: int = 64 * 1024
    max_redirects: int = 5
    connect_to: tuple[str, ...] = ()
    ca_file: str | None = None
    http2: bool = False
    respect_robots: bool = True


class Parsing(Record, frozen=True):
    """What one page may cost to read. Both are far above what any honest page takes.

    seconds   of computing; what else this machine is busy with does not count against a page
    patience  seconds in all, after which it is tried again later
    memory    bytes of address space of the process that reads; where the system can limit it
    """

    seconds: Annotated[float, Meta(gt=0, le=600)] = 5.0
    patience: Annotated[float, Meta(gt=0, le=3600)] = 60.0
    memory: Annotated[int, Meta(ge=128 * MEGABYTE)] = 1024 * MEGABYTE


class Archive(Record, frozen=True):
    """How long fetched pages are kept. What goes first is what was fetched first.

    days      age in days
    size      bytes of all of them together, compressed
    """

    days: Annotated[float, Meta(gt=0)] = 90.0
    size: Annotated[int, Meta(ge=0)] = 2048 * MEGABYTE


class Browsing(Record, frozen=True):
    """How pages that need a script are rendered.

    enabled           auto: where the extra and a Chromium are there; never: not at all
    chromium          the path of the Chromium to use; null looks for one
    settle_timeout    seconds after which a page that does not come to rest is read as it stands
    total_timeout     seconds after which a page that cannot be read is given up
    max_traffic       bytes that one page may move; a page that wants more is refused
    max_requests      requests that one page may make; further ones are not made
    """

    enabled: Literal["auto", "never"] = "auto"
    chromium: str | None = None
    settle_timeout: float = 12.0
    total_timeout: float = 25.0
    max_traffic: int = 20 * MEGABYTE
    max_requests: int = 120
