"""What statuses and content types mean, and the quiet that hosts ask for (A76)."""

from __future__ import annotations

from email.utils import formatdate

import pytest

from jobfinder.errors import Broken, Fault, Later, Refused
from outside.web import NOON, Seen, reply, serving, visiting

PAGE = "https://acme.example/"
LANE = "host:acme.example"
WEEK = 7 * 86_400.0


def _after(status: int, value: str) -> bytes:
    return reply(status, headers=[("Retry-After", value)])


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (_after(429, "120"), 120.0),
        (_after(503, "120"), 120.0),
        (_after(503, formatdate(NOON + 300, usegmt=True)), 300.0),
        (_after(429, formatdate(NOON - 300, usegmt=True)), 1.0),
        (_after(429, "0"), 1.0),
        (_after(503, "99999999999999999999"), WEEK),
        (_after(429, "soon"), 60.0),
        (reply(429), 60.0),
    ],
)
async def test_a_host_that_asks_for_quiet_gets_it(answer: bytes, seconds: float) -> None:
    async with serving({"/": answer}) as site, visiting(site) as client:
        with pytest.raises(Later, match=r"acme\.example: it answered") as caught:
            await client.get(PAGE)
        assert (caught.value.at, caught.value.lane) == (NOON + seconds, LANE)
        assert client.visit.rested == {LANE: NOON + seconds}
        with pytest.raises(Later, match="at rest"):
            await client.get(PAGE)
        assert site.asked() == ["/"]
        client.clock.time += seconds
        site.paths["/"] = reply(body="open again")
        assert (await client.get(PAGE)).body == b"open again"


async def test_the_host_that_asks_for_quiet_is_the_one_that_rests() -> None:
    def answer(seen: Seen) -> bytes:
        away = reply(302, headers=[("Location", "https://board.example/")])
        return away if seen.host == "acme.example" else _after(429, "30")

    async with serving({"/": answer}) as site, visiting(site) as client:
        with pytest.raises(Later) as caught:
            await client.get(PAGE)
        assert caught.value.lane == "host:board.example"
        assert client.visit.rested == {"host:board.example": NOON + 30}


@pytest.mark.parametrize("answer", [reply(503), _after(503, "some day")])
async def test_a_503_that_does_not_say_until_when_is_a_passing_fault(answer: bytes) -> None:
    async with serving({"/": answer}) as site, visiting(site) as client:
        with pytest.raises(Fault) as caught:
            await client.get(PAGE)
        assert (caught.value.kind, client.visit.rested) == ("http-503", {})


@pytest.mark.parametrize("status", [500, 502, 504, 520, 599, 408, 425, 300, 304, 418])
async def test_what_may_pass_is_a_fault_named_after_its_status(status: int) -> None:
    async with serving({"/": reply(status)}) as site, visiting(site) as client:
        with pytest.raises(Fault, match=rf"acme\.example answers {status} to /") as caught:
            await client.get(PAGE)
        assert caught.value.kind == f"http-{status}"


@pytest.mark.parametrize("status", [401, 403, 407, 451, 999])
async def test_a_wall_is_refused(status: int) -> None:
    async with serving({"/": reply(status)}) as site, visiting(site) as client:
        with pytest.raises(Refused, match="log-in or bot wall"):
            await client.get(PAGE)


@pytest.mark.parametrize("status", [400, 405, 414, 422])
async def test_a_request_they_cannot_take_is_our_defect(status: int) -> None:
    async with serving({"/": reply(status)}) as site, visiting(site) as client:
        with pytest.raises(Broken, match="our request is wrong"):
            await client.get(PAGE)


@pytest.mark.parametrize("status", [404, 410])
async def test_not_there_is_an_answer_and_is_not_remembered(status: int) -> None:
    async with serving({"/": reply(status, body="no such role")}) as site, visiting(site) as client:
        response = await client.get(PAGE)
        assert (response.status, response.body) == (status, b"no such role")
        await client.get(PAGE)
        assert site.asked() == ["/", "/"]


async def test_of_a_long_not_found_page_the_start_is_enough() -> None:
    paths = {"/long": reply(404, body="x" * 5_000), "/picture": reply(404, body="\x89PNG", kind="image/png")}
    async with serving(paths) as site, visiting(site, max_body=1_000) as client:
        assert len((await client.get(f"{PAGE}long")).body) == 1_000
        assert (await client.get(f"{PAGE}picture")).body == b""


@pytest.mark.parametrize(
    "kind",
    [
        "text/html; charset=utf-8",
        "Application/JSON",
        "application/ld+json",
        "application/atom+xml",
        "application/pdf",
        "text/plain",
    ],
)
async def test_text_json_xml_and_pdf_are_read(kind: str) -> None:
    async with serving({"/": reply(body="body", kind=kind)}) as site, visiting(site) as client:
        assert (await client.get(PAGE)).body == b"body"


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "application/x-msdownload"])
async def test_other_things_are_refused_by_name(kind: str) -> None:
    async with serving({"/": reply(body="body", kind=kind)}) as site, visiting(site) as client:
        with pytest.raises(Refused, match=f"it is {kind}"):
            await client.get(PAGE)


@pytest.mark.parametrize("kind", [None, "application/octet-stream"])
async def test_where_nothing_says_what_it_is_the_first_bytes_decide(kind: str | None) -> None:
    paths = {
        "/feed": reply(body="\ufeff <rss/>", kind=kind),
        "/text": reply(body="Größe" * 200, kind=kind),
        "/archive": reply(body=b"PK\x03\x04\0\0\0\0", kind=kind),
    }
    async with serving(paths) as site, visiting(site) as client:
        assert (await client.get(f"{PAGE}feed")).status == 200
        assert (await client.get(f"{PAGE}text")).status == 200
        with pytest.raises(Refused, match="nothing says what it is"):
            await client.get(f"{PAGE}archive")
