"""Threats 1 and 2: no way to a private address, by no spelling, no redirect, no robots.txt, no changing name."""

from __future__ import annotations

import pytest

from jobfinder.errors import Fault, Refused
from outside.web import PUBLIC, Handler, Seen, redirect, reply, serving, visiting

SPELLINGS = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f.1",
    "0x7f000001",
    "0177.0.0.1",
    "017700000001",
    "①②⑦.0.0.1",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "0",
    "0.0.0.0",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "10.0.0.1",
    "192.168.1.1",
    "172.16.0.1",
    "100.100.100.200",
    "[::1]",
    "[::]",
    "[::127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[ff02::1]",
    "1.1.1.1",
    "[2606:4700::1111]",
    "localhost",
    "LocalHost",
    "localhost.",
    "www.localhost",
    "intranet",
    "127.0.0.1.",
]


@pytest.mark.parametrize("host", SPELLINGS)
@pytest.mark.parametrize("mapped", [True, False])
async def test_no_spelling_is_asked_for_directly(host: str, mapped: bool) -> None:
    async with serving({"/": reply(body="secret")}) as site, visiting(site, mapped=mapped) as client:
        for scheme in ("http", "https"):
            with pytest.raises(Refused):
                await client.get(f"{scheme}://{host}/")
        assert (site.log, client.dial.dialled, client.names.looked_up, client.visit.asked) == ([], [], [], [])


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "[::1]", "localhost", "intranet"])
async def test_a_mapping_that_names_an_address_or_a_local_name_opens_nothing(host: str) -> None:
    async with serving({"/": reply(body="secret")}) as site:
        routes = tuple(f"{pattern}=127.0.0.1:{site.port}" for pattern in (host, "127.*", "local*", "*"))
        async with visiting(site, connect_to=routes) as client:
            with pytest.raises(Refused, match="it is"):
                await client.get(f"http://{host}/")
            assert (site.log, client.dial.dialled) == ([], [])


@pytest.mark.parametrize("host", SPELLINGS)
async def test_no_spelling_is_reached_by_redirect(host: str) -> None:
    async with serving({"/": redirect(f"http://{host}/latest/meta-data/")}) as site, visiting(site) as client:
        with pytest.raises(Refused) as caught:
            await client.get("https://acme.example/")
        assert site.asked() == ["/"]
        assert "https://acme.example/ redirects" in str(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "[::ffff:7f00:1]", "localhost", "2130706433"])
async def test_no_spelling_is_reached_by_a_robots_redirect(host: str) -> None:
    paths = {"/robots.txt": redirect(f"http://{host}/robots.txt"), "/": reply(body="page")}
    async with serving(paths) as site, visiting(site) as client:
        with pytest.raises(Refused):
            await client.get("https://acme.example/")
        assert [seen.path for seen in site.log] == ["/robots.txt"]


@pytest.mark.parametrize("location", ["//127.1/", r"\\127.1\x", "https:127.1", "http:///127.1/", "ht\ttp://127.1/"])
async def test_odd_locations_are_read_as_browsers_read_them(location: str) -> None:
    async with serving({"/": redirect(location)}) as site, visiting(site) as client:
        with pytest.raises((Refused, Fault)):
            await client.get("http://acme.example/")
        assert all(seen.host == "acme.example" for seen in site.log)


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://acme.example/", "javascript:alert(1)", "mailto:a@b"])
async def test_only_the_web_is_followed(location: str) -> None:
    async with serving({"/": redirect(location)}) as site, visiting(site) as client:
        with pytest.raises(Refused, match="only http and https"):
            await client.get("http://acme.example/")


@pytest.mark.parametrize("url", ["", "acme.example/jobs", "http://", "http://[::1", "ftp://acme.example/", "/jobs"])
async def test_what_is_no_web_address_is_refused(url: str) -> None:
    async with serving({}) as site, visiting(site) as client:
        with pytest.raises(Refused):
            await client.get(url)


@pytest.mark.parametrize("port", [22, 25, 81, 3306, 6379, 8901])
async def test_other_ports_are_refused_before_the_mapping(port: int) -> None:
    async with serving({}) as site, visiting(site) as client:
        with pytest.raises(Refused, match=f"port {port} is not a web port"):
            await client.get(f"http://acme.example:{port}/")
        assert site.log == []


@pytest.mark.parametrize(
    "bad", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1", "64:ff9b::7f00:1"]
)
@pytest.mark.parametrize("first", [True, False])
async def test_one_bad_address_damns_the_name(bad: str, first: bool) -> None:
    names = {"acme.example": [[bad, PUBLIC] if first else [PUBLIC, bad]]}
    async with serving({"/": reply()}) as site, visiting(site, mapped=False, names=names) as client:
        with pytest.raises(Refused, match=rf"acme\.example: it resolves to {bad}, \w+"):
            await client.get("http://acme.example/")
        assert (site.log, client.dial.dialled) == ([], [])


async def test_the_address_dialled_is_the_one_judged_with_one_lookup_a_connection() -> None:
    # A name server that says "public" once and "this machine" from then on.
    names = {"acme.example": [[PUBLIC], ["127.0.0.1"]]}
    paths = {"/": reply(body="first", headers=[("Connection", "close")])}
    async with (
        serving(paths) as site,
        visiting(site, mapped=False, names=names, respect_robots=False) as client,
    ):
        assert (await client.get("http://acme.example/")).body == b"first"
        assert (client.names.looked_up, client.dial.dialled) == (["acme.example"], [(PUBLIC, 80)])
        client.next_step()
        with pytest.raises(Refused, match=r"127\.0\.0\.1"):
            await client.get("http://acme.example/")
        assert len(client.names.looked_up) == 2
        assert client.dial.dialled == [(PUBLIC, 80)]


async def test_a_kept_connection_serves_its_own_name_only() -> None:
    names = {"acme.example": [[PUBLIC], ["127.0.0.1"]], "evil.example": [["127.0.0.1"]]}
    paths = {"/a": reply(body="a"), "/b": reply(body="b")}
    async with (
        serving(paths) as site,
        visiting(site, mapped=False, names=names, respect_robots=False) as client,
    ):
        await client.get("http://acme.example/a")
        await client.get("http://acme.example/b")
        # The second answer came over the connection whose address was judged, although the name has moved on.
        assert [seen.connection for seen in site.log] == [1, 1]
        assert client.names.looked_up == ["acme.example"]
        for url in ("http://evil.example/a", "https://acme.example/a", "http://acme.example:8080/a", "http://127.1/a"):
            with pytest.raises(Refused):
                await client.get(url)
        assert [seen.host for seen in site.log] == ["acme.example", "acme.example"]


async def test_the_next_address_is_tried_when_one_is_dead() -> None:
    dead, names = "93.184.215.13", {"acme.example": [["93.184.215.13", PUBLIC]]}
    async with (
        serving({"/": reply(body="alive")}) as site,
        visiting(site, mapped=False, names=names, dead=frozenset({dead}), respect_robots=False) as client,
    ):
        assert (await client.get("http://acme.example/")).body == b"alive"
        assert client.dial.dialled == [(dead, 80), (PUBLIC, 80)]


async def test_a_host_that_cannot_be_reached_is_a_passing_fault() -> None:
    names = {"acme.example": [[PUBLIC]]}
    async with (
        serving({}) as site,
        visiting(site, mapped=False, names=names, dead=frozenset({PUBLIC})) as client,
    ):
        with pytest.raises(Fault, match=r"acme\.example") as caught:
            await client.get("http://acme.example/")
        assert caught.value.kind == "connect"


@pytest.mark.parametrize("answers", [None, [[]]])
async def test_a_name_without_address_is_a_passing_fault(answers: list[list[str]] | None) -> None:
    names = {} if answers is None else {"acme.example": answers}
    async with serving({}) as site, visiting(site, mapped=False, names=names) as client:
        with pytest.raises(Fault, match=r"acme\.example") as caught:
            await client.get("http://acme.example/")
        assert caught.value.kind == "dns"


async def test_a_mute_name_server_is_given_up() -> None:
    async with serving({}) as site, visiting(site, mapped=False, mute=True, connect_timeout=0.05) as client:
        with pytest.raises(Fault) as caught:
            await client.get("http://acme.example/")
        assert caught.value.kind == "dns"


async def test_a_mapped_name_is_asked_by_plain_http_with_its_own_host_and_url() -> None:
    async with serving({"/jobs": reply(body="jobs")}) as site, visiting(site) as client:
        response = await client.get("https://user:pass@Boards.Acme.example.:443/jobs?a=1#top")
        assert response.url == "https://boards.acme.example/jobs?a=1"
        assert (site.log[-1].host, site.log[-1].path) == ("boards.acme.example", "/jobs?a=1")
        assert "authorization" not in site.log[-1].headers
        await client.get("http://acme.example:8080/jobs")
        assert site.log[-1].host == "acme.example:8080"
        assert client.names.looked_up == []
        assert set(client.dial.dialled) == {("127.0.0.1", site.port)}


async def test_only_matching_names_are_mapped() -> None:
    async with serving({"/": reply(body="here")}) as site:
        route = f"*.acme.example=127.0.0.1:{site.port}"
        async with visiting(site, connect_to=(route,), names={"other.example": [["10.0.0.1"]]}) as client:
            assert (await client.get("https://jobs.acme.example/")).body == b"here"
            with pytest.raises(Refused):
                await client.get("https://other.example/")
            assert client.names.looked_up == ["other.example"]


async def test_redirects_are_judged_robots_checked_and_allowed_on_their_own_lane() -> None:
    def old(seen: Seen) -> bytes:
        return redirect("http://b.example/new") if seen.host == "a.example" else reply(404)

    paths: dict[str, Handler] = {"/old": old, "/new": reply(body="new")}
    async with serving(paths) as site, visiting(site) as client:
        response = await client.get("https://a.example/old")
        assert (response.url, response.redirected_from) == ("http://b.example/new", ("https://a.example/old",))
        assert [(seen.host, seen.path) for seen in site.log] == [
            ("a.example", "/robots.txt"),
            ("a.example", "/old"),
            ("b.example", "/robots.txt"),
            ("b.example", "/new"),
        ]
        assert client.visit.asked == ["host:a.example"] * 2 + ["host:b.example"] * 2
