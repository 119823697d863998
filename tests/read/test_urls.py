"""Addresses: what is fetchable, what is the same, what is a public name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.errors import UsageError
from jobfinder.read import urls


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("acme.example", "https://acme.example/"),
        ("  HTTP://WWW.Acme.Example./Jobs?b=1#top \n", "http://www.acme.example/Jobs?b=1"),
        ("<https://acme.example/a>", "https://acme.example/a"),
        ("//acme.example/a", "https://acme.example/a"),
        ("acme.example:8080/a", "https://acme.example:8080/a"),
        ("https://acme.example:443/a", "https://acme.example/a"),
        ("bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://acme.example/a/../b c", "https://acme.example/b%20c"),
    ],
)
def test_what_is_pasted_becomes_fetchable(pasted: str, expected: str) -> None:
    assert urls.canonical(pasted) == expected
    assert urls.canonical(expected) == expected


@pytest.mark.parametrize(
    ("pasted", "says"),
    [
        ("", "empty"),
        ("  <> ", "empty"),
        ("foo bar", "'foo bar' is not a web address"),
        ("https://", "is not a web address"),
        ("https://a.example/\nhttps://b.example/", "is not a web address"),
        ("https://acme.example/\ud800", "is not a web address"),
        ("x" * 9000, "is not a web address"),
        ("ftp://acme.example", "'ftp://acme.example': only http and https addresses can be read"),
        ("mailto:jobs@acme.example", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("https://me:secret@acme.example/", "user name or password"),
    ],
)
def test_what_is_no_address_is_refused_in_one_line(pasted: str, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        urls.canonical(pasted)
    message = str(refused.value)
    assert says in message
    assert "\n" not in message
    assert "secret" not in message
    assert len(message) < 250


SPELLINGS = [
    "https://acme.example/Jobs/1?b=2&a=1",
    "http://www.acme.example/Jobs/1/?a=1&b=2",
    "https://acme.example:443/Jobs/1?a=1&b=2#apply",
    "HTTP://ACME.example:80/Jobs/1?utm_source=x&a=1&gclid=9&b=2&ref=y",
    "acme.example/%4Aobs/1?a=1&b=2&fbclid=z&mc_cid=1",
]


@pytest.mark.parametrize("url", SPELLINGS)
def test_spellings_of_one_address_share_an_identity(url: str) -> None:
    assert urls.identity(url) == "acme.example/Jobs/1?a=1&b=2"


@pytest.mark.parametrize(
    "other",
    [
        "https://acme.example/jobs/1?a=1&b=2",
        "https://acme.example/Jobs/2?a=1&b=2",
        "https://acme.example/Jobs/1?a=1",
        "https://acme.example/Jobs/1?a=1&b=2&gh_jid=3",
        "https://acme.example:8080/Jobs/1?a=1&b=2",
        "https://jobs.acme.example/Jobs/1?a=1&b=2",
        "https://acme.example/Jobs%2F1?a=1&b=2",
    ],
)
def test_other_addresses_have_other_identities(other: str) -> None:
    assert urls.identity(other) != urls.identity(SPELLINGS[0])


@given(st.text())
def test_identity_is_total_and_stable(text: str) -> None:
    once = urls.identity(text)
    assert urls.identity(f"{text}") == once
    assert isinstance(urls.host(text), str)
    assert urls.join(text, text) is None or urls.join(text, text) != ""


@given(
    st.from_regex(
        r"https?://[a-z]{1,9}\.example(:[0-9]{2,4})?(/[a-zA-Z0-9%._-]{0,9}){0,4}(\?[a-z=&]{0,9})?", fullmatch=True
    )
)
def test_a_canonical_address_keeps_its_identity(url: str) -> None:
    assert urls.identity(urls.canonical(url)) == urls.identity(url)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("https://jobs.acme.co.uk/x", "acme.co.uk"),
        ("acme.co.uk", "acme.co.uk"),
        ("co.uk", None),
        ("careers.ferry-lights.example", "ferry-lights.example"),
        ("someone.github.io", "someone.github.io"),
        ("www.acme.com.", "acme.com"),
        ("https://127.0.0.1/x", None),
        ("localhost", None),
        ("", None),
        ("not a host", None),
    ],
)
def test_site(given_: str, expected: str | None) -> None:
    assert urls.site(given_) == expected


@pytest.mark.parametrize(
    "name",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f.1", "0177.0.0.1", "①②⑦.0.0.1", "[::1]", "::ffff:127.0.0.1"),
        *("10.0.0.1.", "localhost", "LOCALHOST.", "box.localhost", "intranet", "", "a b.example"),
    ],
)
def test_addresses_and_local_names(name: str) -> None:
    assert urls.is_address(name)


@pytest.mark.parametrize("name", ["acme.example", "1password.com", "xn--bcher-kva.example", "127.example"])
def test_public_names(name: str) -> None:
    assert not urls.is_address(name)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/jobs?x=1#a", "https://acme.example/jobs?x=1#a"),
        ("opening", "https://acme.example/careers/opening"),
        ("//other.example/a", "https://other.example/a"),
        ("javascript:alert(1)", None),
        ("mailto:a@b.example", None),
        ("https://me:pw@acme.example/", None),
        ("https://exa mple/", None),
        ("\ud800", None),
    ],
)
def test_links_of_a_page(href: str, expected: str | None) -> None:
    assert urls.join("https://acme.example/careers/", href) == expected


@given(st.from_regex(urls.SETTLED, fullmatch=True))
def test_parsing_leaves_a_settled_address_as_it_is(url: str) -> None:
    assert urls.join("", f" {url}") == url  # the blank makes it parse
    assert urls.join("", url) == url


@pytest.mark.parametrize(
    "url", ["https://acme.example/a/../b", "https://acme.example", "https://1.2.3.4/", "HTTPS://A.b/"]
)
def test_other_addresses_are_parsed(url: str) -> None:
    assert urls.SETTLED.fullmatch(url) is None


def test_parts() -> None:
    parts = urls.parts("https://jobs.Acme.example//Some%20Co/a%2Fb/?x=1&x=2&y")
    assert parts == urls.Parts(
        host="jobs.acme.example", segments=("Some Co", "a/b"), query={"x": ["1", "2"], "y": [""]}
    )
    assert urls.parts("no address") is None
