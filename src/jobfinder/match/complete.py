"""A posting completed: what its fields leave out and its text says. Null fields are filled, no field is ever changed.

Pure. Called by `match.offer`, which keeps what was found as `Told`; `with_told` puts it back into the posting, so that
rules and parts read one record, wherever a fact was stated.
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.match.places import posting_countries
from jobfinder.model import Place, Posting, Record, Remote, Salary
from jobfinder.read.country_groups import EEA, EU
from jobfinder.read.employment import employment_in
from jobfinder.read.fact import Fact
from jobfinder.read.salary import parse_salary
from jobfinder.read.text import tidy
from jobfinder.read.where import places_said
from jobfinder.read.workplace import workplace


class Told(Record, frozen=True):
    """What the text of a posting says that its fields do not."""

    locations: tuple[Place, ...] = ()
    remote: Remote | None = None
    remote_scope: str | None = None
    employment_type: str | None = None
    salary: Salary | None = None


def told(posting: Posting, only: Fact[tuple[str, ...]] | None) -> Told:
    """What the text adds. `only` are the countries from which people may apply, where it names some."""
    text = posting.description_text
    remote = posting.remote or workplace(posting.title, text)
    places = posting.locations or places_said(text)
    scope = posting.remote_scope or (_named(only) if only and remote is Remote.REMOTE else None)
    return Told(
        locations=() if posting.locations else places,
        remote=None if posting.remote else remote,
        remote_scope=None if posting.remote_scope else scope,
        employment_type=None if posting.employment_type else employment_in(posting.title, text),
        salary=_pay(posting, places),
    )


def with_told(posting: Posting, found: Told) -> Posting:
    """The posting with what its text adds."""
    pay = posting.salary
    stated = pay is not None and (pay.min is not None or pay.max is not None)
    text = posting.description_text
    return replace(
        posting,
        description_text=tidy(text) if text and ("\u00a0" in text or "\r" in text) else text,
        locations=posting.locations or found.locations,
        remote=posting.remote or found.remote,
        remote_scope=posting.remote_scope or found.remote_scope,
        employment_type=posting.employment_type or found.employment_type,
        salary=pay if stated else found.salary or pay,
    )


def _named(only: Fact[tuple[str, ...]]) -> str:
    """As `match.places.scope_of` reads it again."""
    codes = frozenset(only.value)
    return "EU" if codes >= EU and codes <= EEA | {"CH", "GB"} else ", ".join(only.value)


def _pay(posting: Posting, places: tuple[Place, ...]) -> Salary | None:
    """The pay that the text states, where no field does."""
    stated = posting.salary
    if stated and (stated.min is not None or stated.max is not None):
        return None
    countries = posting_countries(replace(posting, locations=places))
    text = (stated.text if stated else None) or posting.description_text
    return parse_salary(text, next(iter(countries)) if len(countries) == 1 else None) if text else None
