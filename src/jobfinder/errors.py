"""Every error this package raises on purpose.

    JobFinderError
    ├── UsageError          the caller's input is wrong: one line, exit code 2
    ├── StoreError          the database is unusable: gone, locked, full, of a newer version
    │   └── DisconnectedError   the server ended the connection while we read: read again
    └── StepError           what a step may raise; each says whose fault it is and what follows
        ├── Later           they asked us to wait: rest the lane, count no attempt
        ├── Gone            the thing itself is not there (any more)
        ├── Refused         we may not: robots, login wall, unsafe address; needs a person
        ├── Broken          our reading is wrong: the bytes came, the adapter did not understand
        └── Fault           a passing fault (5xx, time-out, reset): try again, with bounded attempts

Any other exception that escapes a step counts as a `Fault` named after its class.
"""

from __future__ import annotations

from typing import Any


class JobFinderError(Exception):
    """The root. `str(error)` is one plain line that can be shown to the seeker."""


class UsageError(JobFinderError):
    """The input cannot be used; says what it was and what would be right."""


class StoreError(JobFinderError):
    """The store cannot be used; says which one and what to do."""


class DisconnectedError(StoreError):
    """The server ended the connection while we read, as after a long suspension: reading again may help."""


class StepError(JobFinderError):
    """A step ended without a result. `passing`: trying again may help. Whole in any process: it can be pickled."""

    passing = False

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), self.args, self.__dict__)


class Later(StepError):
    """They asked us to come back. `at` is epoch seconds; the lane rests until then."""

    passing = True

    def __init__(self, reason: str, *, at: float, lane: str | None = None) -> None:
        super().__init__(reason)
        self.at = at
        self.lane = lane


class Gone(StepError):
    """Not there. `certain` (a 410, a stated closure) ends it at once; otherwise a second look does."""

    def __init__(self, reason: str, *, certain: bool = False) -> None:
        super().__init__(reason)
        self.certain = certain


class Refused(StepError):
    """We are not allowed to; a person has to decide. Never retried by itself."""


class Broken(StepError):
    """The answer came and we could not read it: a defect of ours, permanent until the code changes."""


class Fault(StepError):
    """A passing fault. `kind` groups faults of one class (`http-500`, `timeout`, `connect`)."""

    passing = True

    def __init__(self, reason: str, *, kind: str) -> None:
        super().__init__(reason)
        self.kind = kind


def _again(cls: type[StepError], args: tuple[Any, ...], fields: dict[str, Any]) -> StepError:
    """An error as it was raised in another process."""
    error = cls.__new__(cls, *args)
    error.__dict__.update(fields)
    return error
