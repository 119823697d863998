"""The seeker's side of the facts: preferences and profile in force, and their versions as shared inputs."""

from __future__ import annotations

from collections.abc import Iterator

from jobfinder.errors import UsageError
from jobfinder.flow.facts import Shared
from jobfinder.match.filter import rules_changed
from jobfinder.match.offer import OFFER_VERSION
from jobfinder.match.prefs import (
    Preferences,
    filter_version,
    gate_version,
    reads_company,
    scorer_version,
    threshold_version,
)
from jobfinder.match.prefs import from_toml as prefs_from_toml
from jobfinder.match.profile import Profile, expects_pay, profile_version
from jobfinder.match.profile import from_toml as profile_from_toml
from jobfinder.match.review import VERSION
from jobfinder.model import Record
from jobfinder.outside.ai.settings import Ai
from jobfinder.store import documents
from jobfinder.store.db import Tx

PREFS = "preferences"
PROFILE = "profile"
REMEMBERED = 3
"""Earlier versions of the preferences, of which it is known what has changed since."""
JUDGES = "judges"
"""The document that says who judged last."""
AI = "ai"
"""The lane of all that is asked of language models; each model has one of its own, which the till keeps."""


class Former(Record, frozen=True):
    """Preferences that were in force before: the inputs that they stood for, and the filter rules that have changed."""

    shared: Shared
    changed: frozenset[str]


class Seeker(Record, frozen=True):
    """Who is searched for. `documents` are the stored versions that this was read from, `former` the preferences before
    these, the latest first.
    """

    prefs: Preferences
    profile: Profile
    shared: Shared
    former: tuple[Former, ...] = ()
    documents: dict[str, int] = {}  # noqa: RUF012  (msgspec copies defaults)


class Reviewing(Record, frozen=True):
    """Who gives second opinions, on what. `version` changes when others would be asked, or otherwise; `least` is the
    score that is worth it.
    """

    version: str
    lane: str
    least: float


def reviewing(ai: Ai) -> Reviewing | None:
    """Null where no model is set."""
    if not ai.models:
        return None
    return Reviewing(version=f"{VERSION}:{','.join(ai.models)}", lane=AI, least=float(ai.review_from))


class Seekers:
    """Keeps the seeker that was read last, until a newer version is stored. `analyst` names the scorer in force."""

    def __init__(self, analyst: str, reviewing: Reviewing | None = None) -> None:
        self.analyst = analyst
        self.reviewing = reviewing
        self.current: Seeker | None = None

    def load(self, tx: Tx) -> Seeker:
        """The seeker in force in this transaction."""
        versions = documents.versions(tx)
        if self.current is None or self.current.documents != versions:
            self.current = self._read(tx, versions)
        return self.current

    def _read(self, tx: Tx, versions: dict[str, int]) -> Seeker:
        prefs_text, profile_text = documents.latest(tx, PREFS), documents.latest(tx, PROFILE)
        prefs = prefs_from_toml(prefs_text[1]) if prefs_text else Preferences()
        profile = profile_from_toml(profile_text[1]) if profile_text else Profile()
        return Seeker(
            prefs=prefs,
            profile=profile,
            shared=self._shared(prefs, profile),
            former=tuple(self._former(tx, prefs, profile, versions.get(PREFS, 0))),
            documents=versions,
        )

    def _former(self, tx: Tx, prefs: Preferences, profile: Profile, version: int) -> Iterator[Former]:
        """The preferences before `version` by which jobs may have been judged last; 0 is having said nothing."""
        for number in range(version - 1, max(version - 1 - REMEMBERED, -1), -1):
            try:
                before = prefs_from_toml(documents.body(tx, PREFS, number) or "")
            except UsageError:
                # A field of then is none of now, so that what it meant cannot be told.
                continue
            yield Former(shared=self._shared(before, profile), changed=rules_changed(before, prefs))

    def _shared(self, prefs: Preferences, profile: Profile) -> Shared:
        return Shared(
            gate=gate_version(prefs),
            filter=f"{filter_version(prefs)}:{OFFER_VERSION}",
            filter_asks_company=reads_company(prefs),
            scorer=f"{scorer_version(prefs, expects=expects_pay(profile))}:{OFFER_VERSION}:{self.analyst}",
            threshold=threshold_version(prefs),
            profile=profile_version(profile),
            review=self.reviewing.version if self.reviewing else None,
            review_lane=self.reviewing.lane if self.reviewing else None,
            review_from=self.reviewing.least if self.reviewing else 100.0,
        )

    def judges(self) -> str:
        """Names all that judges besides what the seeker says: readers, rules, scorer, models."""
        return repr(self._shared(Preferences(), Profile()))
