"""What an item can bring along, and how values of strangers are looked at: what cannot be read counts as not there.

Pure. Called by `job`, `company`, `state` and `export`. Functions here take any JSON value and never raise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from jobfinder.errors import UsageError
from jobfinder.model import Company, Posting, Record, Step
from jobfinder.read import urls

R = TypeVar("R", bound=Record)


class CarriedStep(Record, frozen=True):
    """The result of one step that was done elsewhere."""

    outcome: str
    reason: str
    output: Any = None


class Carried(Record, frozen=True):
    """Everything an item brings along."""

    posting: Posting | None = None
    company: Company | None = None
    steps: dict[Step, CarriedStep] = msgspec.field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.posting is not None or self.company is not None or bool(self.steps)


def earlier(order: tuple[Step, ...], sub_task: str | None) -> tuple[Step, ...]:
    """The steps before the one asked for; all of them where none is."""
    return order[: order.index(Step(sub_task))] if sub_task in order else order


def record(value: Any, type_: type[R]) -> R | None:
    """`value` as a record, or null if it is none."""
    try:
        return msgspec.convert(value, type_) if isinstance(value, Mapping) else None
    except (msgspec.ValidationError, RecursionError):
        return None


def as_dict(value: Any) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def as_list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(one for one in as_list(value) if isinstance(one, str) and one.strip())


def text(data: Mapping[str, Any], name: str) -> str | None:
    """A field as trimmed text; empty and missing are null."""
    value = data.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def web(stated: str | None) -> str | None:
    """A web address of a public name, or null."""
    try:
        url = urls.canonical(stated) if stated else None
    except UsageError:
        return None
    return None if url is None or urls.is_address(urls.host(url)) else url
