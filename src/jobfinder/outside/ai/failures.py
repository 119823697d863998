"""What a failure of the client library means: one of our errors, with what to do. No word of a provider holds a key.

Called by `asking`, and imported with it only: it knows the library's errors. A new kind of failure goes into the
ladder of `meaning`, most exact first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic_ai.exceptions import (
    ModelAPIError,
    ModelAuthenticationError,
    ModelConnectionError,
    ModelContextWindowExceededError,
    ModelHTTPError,
    ModelNotFoundError,
    ModelQuotaExceededError,
    ModelRateLimitError,
    ModelRequestRejectedError,
    ModelRequestTimeout,
    ModelTimeoutError,
    ModelUnavailableError,
)

from jobfinder.errors import Broken, Fault, Later, Refused, StepError
from jobfinder.outside.ai.library import UnfitError
from jobfinder.outside.ai.settings import Reach, bare, lane, where_the_key_is_set
from jobfinder.outside.outcome import LONGEST_REST, SHORTEST_REST, UNSTATED_REST

UNPAID_REST = 6 * 3600.0
"""Seconds until an account without credit is asked again: whoever pays in at noon is served the same day."""
MOST_SAID = 200
TOO_LONG = re.compile(r"context (?:size|length|window)|exceed_context_size|too (?:long|many tokens)", re.IGNORECASE)
"""How servers that know no code for it say that a question does not fit into the model."""
LIKE_A_KEY = re.compile(r"\b(?:sk|pk|rk|key|AIza|gsk|xai|Bearer)[-_ ]?[A-Za-z0-9*._-]{6,200}")


def meaning(error: Exception, there: Reach, model: str, now: float) -> StepError:
    """The error of ours that `error` amounts to. `model` is "endpoint/model", `now` epoch seconds."""
    for one in _causes(error):
        if isinstance(one, StepError):
            return one
    for kinds, make in _LADDER:
        if isinstance(error, kinds):
            return make(error, there, model, now)
    if isinstance(error, UnfitError):
        return Broken(f"{model} cannot be asked in any way that it takes: {said(error, there)}")
    # Among these: an answer of 200 that is not what the protocol says. It may have been billed.
    return Fault(f"{model}: its answer cannot be read: {said(error, there)}", kind="unreadable")


def is_shape_refused(error: Exception) -> bool:
    """Did the endpoint (or the library, before sending) refuse what was asked for besides the texts?"""
    return isinstance(error, UnfitError) or (_is_bad_request(error) and not _is_too_long(error))


def words(error: Exception) -> str:
    """All that a provider says, for deciding what to try next; not to be shown."""
    return _message(error)


def said(error: Exception, there: Reach) -> str:
    """What a provider says, in one short line, without anything that looks like a key."""
    text = _message(error)
    if there.key:
        text = text.replace(there.key, "...")
    text = " ".join(LIKE_A_KEY.sub("...", text).split())
    return f"{text[:MOST_SAID]}..." if len(text) > MOST_SAID else text


def _message(error: Exception) -> str:
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else body
    message = inner.get("message", inner) if isinstance(inner, dict) else inner
    return str(message) if message else str(error)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _is_bad_request(error: Exception) -> bool:
    if not isinstance(error, ModelHTTPError) or isinstance(error, _NOT_SHAPE):
        return False
    # llama-cpp-python finds fault with a request by a 500 that names the field.
    return error.status_code in (400, 422) or (error.status_code == 500 and "response_format" in _message(error))


def _is_too_long(error: Exception) -> bool:
    return isinstance(error, ModelContextWindowExceededError) or TOO_LONG.search(_message(error)) is not None


_NOT_SHAPE = (ModelContextWindowExceededError, ModelAuthenticationError, ModelNotFoundError, ModelQuotaExceededError)


# ---------------------------------------------------------------- the ladder


def _timeout(error: Exception, there: Reach, model: str, now: float) -> StepError:
    return Fault(f"{model} did not answer within {there.timeout:g} s", kind="timeout")


def _no_credit(error: Exception, there: Reach, model: str, now: float) -> StepError:
    reason = f"{model}: the account has no credit or quota left: {said(error, there)}"
    return Later(reason, at=now + _rest(error, UNPAID_REST), lane=lane(model))


def _slow_down(error: Exception, there: Reach, model: str, now: float) -> StepError:
    why = "is overloaded" if isinstance(error, ModelUnavailableError) else "wants fewer questions"
    return Later(f"{model} {why}", at=now + _rest(error, UNSTATED_REST), lane=lane(model))


def _wrong_key(error: Exception, there: Reach, model: str, now: float) -> StepError:
    status = error.status_code if isinstance(error, ModelHTTPError) else 401
    # What they say here may repeat the key, or half of it.
    if status == 403 and there.key:
        wrong = "does not let its key ask this model (403)"
    else:
        wrong = f"does not accept its key ({status})" if there.key else f"asks for a key ({status}), and none is set"
    return Refused(f"{model}: the endpoint {there.name} {wrong}: {where_the_key_is_set(there)}")


def _no_model(error: Exception, there: Reach, model: str, now: float) -> StepError:
    return Refused(
        f"{model}: the endpoint {there.name} knows no model {bare(model)!r} (404): change ai.models, or "
        f"ai.endpoints.{there.name}.base_url if {there.base_url} is not the right address"
    )


def _too_long(error: Exception, there: Reach, model: str, now: float) -> StepError:
    return Broken(f"{model}: the question is too long for it: {said(error, there)}")


def _no_connection(error: Exception, there: Reach, model: str, now: float) -> StepError:
    unsent = isinstance(error, ModelConnectionError) and error.phase in ("pool", "connect")
    if unsent:
        return Fault(f"{model}: no connection to {there.base_url}: is it running?", kind="connect")
    return Fault(f"{model}: the connection to {there.base_url} broke off", kind="broken-off")


def _of_status(error: Exception, there: Reach, model: str, now: float) -> StepError:
    status = error.status_code if isinstance(error, ModelHTTPError) else 0
    text = f"{model} answers {status}: {said(error, there)}"
    if status == 413 or _is_too_long(error):
        return _too_long(error, there, model, now)
    return Fault(text, kind=f"http-{status}") if status >= 500 or status in (408, 409, 425) else Broken(text)


_LADDER = (
    ((ModelTimeoutError, ModelRequestTimeout, TimeoutError), _timeout),
    ((ModelContextWindowExceededError,), _too_long),
    ((ModelQuotaExceededError,), _no_credit),
    ((ModelRateLimitError, ModelUnavailableError), _slow_down),
    ((ModelAuthenticationError,), _wrong_key),
    ((ModelNotFoundError,), _no_model),
    ((ModelConnectionError,), _no_connection),
    ((ModelRequestRejectedError, ModelHTTPError), _of_status),
)


def _rest(error: Exception, unstated: float) -> float:
    stated = error.retry_after if isinstance(error, ModelAPIError) else None
    return unstated if stated is None else min(max(stated, SHORTEST_REST), LONGEST_REST)
