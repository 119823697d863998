"""What the seeker may set about the network.

Read by `jobfinder.settings` and handed to `http.Door`. Imports no HTTP library, so that settings load fast.
A new field needs a default under which nothing changes, and its unit in the docstring.
"""

from __future__ import annotations

from jobfinder.model import Record

MEGABYTE = 1024 * 1024


class Network(Record, frozen=True):
    """How pages are fetched. Every default is safe for a home connection.

    contact           who runs this: a mail or web address, sent to every host in the User-Agent
    connect_timeout   seconds to find and reach a host
    read_timeout      seconds without a byte
    total_timeout     seconds for one request, first to last byte, waiting for its turn not counted
    max_body          bytes of one answer, unpacked; more is refused
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
    max_robots: int = 512 * 1024
    max_headers: int = 64 * 1024
    max_redirects: int = 5
    connect_to: tuple[str, ...] = ()
    ca_file: str | None = None
    http2: bool = False
    respect_robots: bool = True
