"""The address guard's tables, from both sides of every border."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.outside.address import PORTS, judge, judge_host, judge_port

FORBIDDEN = [
    "0.0.0.0",
    "0.255.255.255",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.0",
    "100.100.100.200",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.255",
    "168.63.129.16",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:93.184.215.14",
    "::ffff:0:127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::5db8:d70e",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "3fff::1",
    "4000::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "2606:4700::1%eth0",
    "fec0::1",
    "ff02::1",
    "2606:4700::5efe:a00:1",
    "2606:4700::200:5efe:a00:1",
    "5f00::1",
]
PUBLIC = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "168.63.129.15",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "191.255.255.255",
    "192.0.1.0",
    "192.167.255.255",
    "192.169.0.0",
    "198.17.255.255",
    "198.20.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:80b::200e",
    "2001:4860:4860::8888",
    "2003::1",
    "2001:200::1",
]
NO_NAMES = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "2130706433",
    "0x7f.1",
    "0x7f000001",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0x0",
    "1.1.1.1",
    "127.0.0.1.",
    "127.1.",
    "①②⑦.0.0.1",
    "127。0。0。1",
    "[::1]",
    "::1",
    "[::ffff:7f00:1]",
    "::ffff:127.0.0.1",
    "%31%32%37.0.0.1",
    "[2606:4700::1]",
    "fe80::1%eth0",
    "localhost",
    "LOCALHOST",
    "localhost.",
    "www.localhost",
    "a.b.localhost.",
    "intranet",
    "router",
    "metadata",
    "com",
]


@pytest.mark.parametrize("ip", FORBIDDEN)
def test_an_address_that_is_not_public_is_refused_with_a_reason(ip: str) -> None:
    assert judge(ip)


@pytest.mark.parametrize("ip", PUBLIC)
def test_a_public_address_may_be_dialled(ip: str) -> None:
    assert judge(ip) is None


@pytest.mark.parametrize("ip", ["", "acme.example", "127.1", "2130706433", "0177.0.0.1", "1.2.3.4.5", "[::1]"])
def test_what_is_not_an_address_is_refused(ip: str) -> None:
    assert judge(ip) == "not an IP address"


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_passes_in_an_ipv6_disguise(ip: IPv4Address) -> None:
    number = int(ip)
    disguises = (0xFFFF << 32 | number, number, 0x64_FF9B << 96 | number, 0x2002 << 112 | number << 80)
    assert all(judge(str(IPv6Address(disguise))) for disguise in disguises)


@given(st.ip_addresses(v=4))
def test_whatever_python_calls_private_is_refused(ip: IPv4Address) -> None:
    if ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved:
        assert judge(str(ip))


@pytest.mark.parametrize(
    "host",
    NO_NAMES,
)
def test_an_address_in_any_spelling_and_a_local_name_are_no_names(host: str) -> None:
    assert judge_host(host)


@pytest.mark.parametrize("host", ["", ".", "..", "a..b", ".acme.example", "a b.example", "-a.example", "a/b.example"])
def test_what_is_no_host_name_is_refused(host: str) -> None:
    assert judge_host(host)


def test_labels_and_names_have_their_longest() -> None:
    assert judge_host(f"{'a' * 63}.example") is None
    assert judge_host(f"{'a' * 64}.example")
    assert judge_host(".".join(["a" * 60] * 5))


@pytest.mark.parametrize(
    "host", ["acme.example", "ACME.Example", "acme.example.", "xn--bcher-kva.example", "a_b.example", "1.acme.example"]
)
def test_an_ordinary_name_may_be_asked(host: str) -> None:
    assert judge_host(host) is None


def test_only_web_ports_are_dialled() -> None:
    assert [port for port in range(65_536) if judge_port(port) is None] == sorted(PORTS) == [80, 443, 8080, 8443]
