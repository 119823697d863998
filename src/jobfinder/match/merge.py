"""A résumé imported again: what it says now, beside what the seeker changed by hand.

Pure. Called by `match.profile`. What was read and what was set by hand are told apart by the evidence: a value that the
evidence of the profile names was read, any other was set by hand. What was set by hand stays, what was read before is
replaced by what is read now, and what the seeker took out stays out. A wish that no résumé states (salary, remote, the
weight of a skill) is always by hand. To extend: a new field is merged by its type; one with records in `_lists`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias, TypeVar

import msgspec
from msgspec.structs import replace

from jobfinder.match.person import Certification, Education, Language, Profile, Skill

T = TypeVar("T")

SINGLE = ("seniority", "years", "needs_sponsorship")
LISTS = ("titles", "places", "citizenships", "authorised", "industries")
BY_HAND = ("salary", "remote")
Known: TypeAlias = Mapping[str, AbstractSet[str]]
"""Field → values in lower case: what the evidence names."""
R = TypeVar("R", Skill, Language, Certification)


def merge(old: Profile, read: Profile) -> Profile:
    """The profile after importing a résumé: `read` is what it states, `old` what was in force."""
    was = _evidence(old)
    changes: dict[str, Any] = {"name": old.name or read.name, "evidence": read.evidence}
    changes |= {field: getattr(old, field) for field in BY_HAND}
    changes |= {field: _single(field, getattr(old, field), getattr(read, field), was) for field in SINGLE}
    changes |= {field: _list(field, getattr(old, field), getattr(read, field), was) for field in LISTS}
    changes["education"] = _education(old.education, read.education, was)
    changes["languages"] = _records("languages", old.languages, read.languages, was, _language)
    changes["skills"] = _records("skills", old.skills, read.skills, was, _skill)
    changes["certifications"] = _records("certifications", old.certifications, read.certifications, was, _certificate)
    return replace(read, **changes)


def differences(old: Profile, new: Profile) -> list[str]:
    """What is another in `new`, a line for each value: "years: 8.5 → 9.2", "skills: Rust added"."""
    before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
    return [line for field in before if field != "evidence" for line in _changed(field, before[field], after[field])]


# ---------------------------------------------------------------- merging


def _evidence(profile: Profile) -> Known:
    known: dict[str, set[str]] = {}
    for row in profile.evidence:
        known.setdefault(row.field, set()).add(row.value.casefold())
    return known


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value).casefold()


def _single(field: str, old: T, read: T, was: Known) -> T:
    taken_out = old is None and field in was
    by_hand = old is not None and _shown(old) not in was.get(field, frozenset())
    return old if taken_out or by_hand else read


def _list(field: str, old: tuple[str, ...], read: tuple[str, ...], was: Known) -> tuple[str, ...]:
    """What is set by hand first, then what is read, without what the seeker took out."""
    known = was.get(field, frozenset())
    taken_out = known - {value.casefold() for value in old}
    kept: dict[str, str] = {}
    for value in (*(value for value in old if value.casefold() not in known), *read):
        if value.casefold() not in taken_out:
            kept.setdefault(value.casefold(), value)
    return _ordered(kept, [value.casefold() for value in old])


def _education(old: Education, read: Education, was: Known) -> Education:
    return Education(
        degree=_single("education.degree", old.degree, read.degree, was),
        fields=_list("education.fields", old.fields, read.fields, was),
    )


def _records(
    field: str, old: tuple[R, ...], read: tuple[R, ...], was: Known, joined: Callable[[R, R, Known], R]
) -> tuple[R, ...]:
    """Records by their names: those by hand first, then those read, with what was set of them by hand."""
    known, before = was.get(field, frozenset()), {record.name.casefold(): record for record in old}
    stated = {record.name.casefold() for record in read}
    found = {k: r for k, r in before.items() if k not in stated and (k not in known or _is_edited(r))}
    for record in read:
        key = record.name.casefold()
        if key in before:
            found[key] = joined(before[key], record, was)
        elif key not in known:
            found[key] = record
    return _ordered(found, list(before))


def _ordered(found: Mapping[str, T], before: Sequence[str]) -> tuple[T, ...]:
    """In the order in force, where nothing has come and nothing has gone: an order may have been set by hand, too."""
    return tuple(found[key] for key in (before if found.keys() == set(before) else found))


def _is_edited(record: Skill | Language | Certification) -> bool:
    return isinstance(record, Skill) and record.weight != 1.0


def _skill(old: Skill, read: Skill, was: Known) -> Skill:
    name = read.name.casefold()
    return replace(
        read,
        weight=old.weight,
        level=_of("skills.level", name, old.level, read.level, was),
        years=_of("skills.years", name, old.years, read.years, was),
        last_used=_of("skills.last_used", name, old.last_used, read.last_used, was),
    )


def _language(old: Language, read: Language, was: Known) -> Language:
    return replace(read, level=_of("languages.level", read.name.casefold(), old.level, read.level, was))


def _certificate(old: Certification, read: Certification, was: Known) -> Certification:
    return replace(read, date=read.date or old.date)


def _of(field: str, name: str, old: T, read: T, was: Known) -> T:
    """A part of a record, of which the evidence says "Python: 4.5"."""
    by_hand = old is not None and f"{name}: {_shown(old)}" not in was.get(field, frozenset())
    return old if by_hand else read


# ---------------------------------------------------------------- differences


def _changed(path: str, old: Any, new: Any) -> Iterator[str]:
    if old == new:
        return
    if isinstance(old, dict):
        for name in old:
            yield from _changed(f"{path}.{name}", old[name], new[name])
    elif isinstance(old, tuple):
        yield from _members(path, _by_name(old), _by_name(new))
    else:
        yield f"{path}: {_value(old)} → {_value(new)}"


def _members(path: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    yield from (f"{path}: {name} added" for name in new if name not in old)
    yield from (f"{path}: {name} gone" for name in old if name not in new)
    for name in old:
        if name in new and isinstance(old[name], dict):
            yield from _changed(f"{path} {name}", old[name], new[name])
    if list(old) != list(new) and sorted(old) == sorted(new):
        yield f"{path}: now in the order {', '.join(new)}"


def _by_name(values: tuple[Any, ...]) -> dict[str, Any]:
    return {value["name"] if isinstance(value, dict) else str(value): value for value in values}


def _value(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
