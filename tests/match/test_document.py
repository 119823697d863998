"""Documents with tables by the seeker's own names, and with values that are never shown."""

from __future__ import annotations

from typing import Annotated

import pytest
from msgspec import Meta, field

from jobfinder.errors import UsageError
from jobfinder.match import document
from jobfinder.model import Record

Name = Annotated[str, Meta(pattern="^[a-z]+$", description="lower-case letters")]


class Shop(Record, frozen=True):
    url: str = ""
    stars: Annotated[int, Meta(ge=0)] | None = None
    code: Annotated[str, Meta(extra={"secret": True})] = ""


class Town(Record, frozen=True):
    mayor: str = ""
    shops: dict[Name, Shop] = field(default_factory=dict)
    taxes: dict[Name, Annotated[float, Meta(ge=0)]] = field(default_factory=dict)


TOWN = Town(shops={"baker": Shop(url="b", stars=3, code="s3cret")}, taxes={"dog": 2.5})


def test_what_is_written_reads_back() -> None:
    assert document.parse(Town, document.write(TOWN), "town") == TOWN


def test_paths_have_a_star_for_the_name() -> None:
    assert list(document.paths(Town)) == ["mayor", "shops.*.url", "shops.*.stars", "shops.*.code", "taxes.*"]


def test_fields_are_set_under_any_name() -> None:
    town = document.set_field(TOWN, "shops.baker.stars", "5", "town")
    town = document.set_field(town, "shops.smith.url", "x", "town")
    town = document.set_field(town, "taxes.cat", "1.5", "town")
    assert town.shops == {"baker": Shop(url="b", stars=5, code="s3cret"), "smith": Shop(url="x")}
    assert town.taxes == {"dog": 2.5, "cat": 1.5}


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("shops.baker.size", "1", "there is no field shops.baker.size"),
        ("shops.baker", "1", "shops.baker is a group of fields"),
        ("shops.Baker.url", "x", "the name in shops cannot be 'Baker'; allowed: text (lower-case letters)"),
        ("shops.baker.stars", "-1", "shops.baker.stars cannot be -1"),
        ("taxes.dog", "-1", "taxes.dog cannot be -1"),
        ("taxes.dog.more", "1", "there is no field taxes.dog.more"),
    ],
)
def test_what_cannot_be_set_is_said(path: str, text: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        document.set_field(TOWN, path, text, "town")
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("shops = 3", "shops is a table by names of your own"),
        ("[shops]\nbaker = 3", "shops.baker is a group of fields"),
        ("[shops.baker]\nulr = 'x'", "did you mean shops.baker.url?"),
        ("taxes = [1]", "taxes is a table by names of your own, not [1]"),
        ("[taxes]\ndog = 'x'", "taxes.dog cannot be 'x'"),
    ],
)
def test_what_cannot_be_read_is_said(toml: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        document.parse(Town, toml, "town")
    assert words in str(raised.value)


@pytest.mark.parametrize(
    "toml",
    ["[shops.baker]\ncode = 12345678", "[shops]\nbaker = 12345678", "shops = 12345678", "[[shops]]\ncode = 12345678"],
)
def test_secrets_are_not_repeated(toml: str) -> None:
    with pytest.raises(UsageError) as raised:
        document.parse(Town, toml, "town")
    assert "12345678" not in str(raised.value)
    assert "shops" in str(raised.value)
