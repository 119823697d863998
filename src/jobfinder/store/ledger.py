"""Statements on the ledger: calls of models, the answers that were paid for, what a budget held back.

Money is in nano-dollars. A call is `reserved` while it is out, `settled` with its cost, `released` where it was
certainly not billed, `unsettled` where nobody knows: that counts as spent. Called by `flow.reserving`, `flow.paying`
and `flow.spending`. [guarded]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jobfinder.model import Record
from jobfinder.store.db import Row, Tx

_TAKEN = "CASE state WHEN 'settled' THEN cost WHEN 'released' THEN 0 ELSE reserved END"
_STATE = "CASE WHEN state = 'reserved' AND lease_until <= :now THEN 'unsettled' ELSE state END"
DAY = "CAST(FLOOR(at / 86400) AS INTEGER)"
KEYS = {"day": DAY, "step": "step", "model": "model"}


class Call(Record, frozen=True):
    """A call about to be made: `reserved` is the worst that it can cost."""

    at: float
    entity_id: int | None
    step: str
    model: str
    request_hash: str
    attempt: int
    reserved: int
    price_source: str
    idempotency_key: str
    lease_until: float
    lease_by: str


class Settled(Record, frozen=True):
    """How a call ended well. `note` says what was odd about it."""

    call_id: int
    request_hash: str
    model: str
    text: str
    cut: bool
    cost: int
    at: float
    input_tokens: int | None = None
    output_tokens: int | None = None
    request_id: str | None = None
    note: str | None = None


def take_turn(tx: Tx) -> None:
    """From here to the end of the transaction nobody else reserves or settles: the first statement of whoever does.

    Without it PostgreSQL shows one statement a call that is out, and the next one its answer.
    """
    tx.run(
        """
        INSERT INTO sequence (name, value) VALUES ('ai', 1)
        ON CONFLICT (name) DO UPDATE SET value = sequence.value + 1
        """
    )


# ---------------------------------------------------------------- answers


def answers(tx: Tx, hashes: Sequence[str]) -> dict[str, Row]:
    """The stored answers to these requests."""
    rows = tx.all("SELECT * FROM ai_answer WHERE request_hash IN :hashes", hashes=list(hashes))
    return {row["request_hash"]: row for row in rows}


def reuse(tx: Tx, answer: Row, entity_id: int | None, step: str, now: float) -> int:
    """An answer is given again, for nothing; returns the number of the row that says so."""
    row = tx.one(
        """
        INSERT INTO ai_call (at, settled_at, entity_id, step, model, request_hash, attempt, state, cached, cost, saved)
        VALUES (:now, :now, :entity_id, :step, :model, :hash, 0, 'settled', 1, 0, :saved) RETURNING id
        """,
        now=now,
        entity_id=entity_id,
        step=step,
        model=answer["model"],
        hash=answer["request_hash"],
        saved=answer["cost"],
    )
    assert row is not None
    return int(row["id"])


# ---------------------------------------------------------------- calls


def calls(tx: Tx, request_hash: str) -> list[Row]:
    """Every time this request was sent, oldest first."""
    return tx.all("SELECT * FROM ai_call WHERE request_hash = :hash AND cached = 0 ORDER BY id", hash=request_hash)


def reserve(tx: Tx, call: Call) -> int:
    """Write down that a call is about to be made; returns its number. What was held back before is not any more."""
    names = call.__struct_fields__
    row = tx.one(
        f"INSERT INTO ai_call ({', '.join(names)}, state) VALUES ({', '.join(f':{n}' for n in names)}, 'reserved')"
        " RETURNING id",
        **{name: getattr(call, name) for name in names},
    )
    assert row is not None
    tx.run(
        "DELETE FROM ai_refusal WHERE day = :day AND entity_id = :entity_id AND step = :step",
        day=int(call.at // 86_400),
        entity_id=call.entity_id or 0,
        step=call.step,
    )
    return int(row["id"])


def settle(tx: Tx, done: Settled) -> Row:
    """Keep the answer, and what it cost. Returns the answer in force: the first that came stays."""
    values = {name: getattr(done, name) for name in done.__struct_fields__} | {"cut": int(done.cut)}
    tx.run(
        """
        INSERT INTO ai_answer (request_hash, text, cut, input_tokens, output_tokens, model, cost, at)
        VALUES (:request_hash, :text, :cut, :input_tokens, :output_tokens, :model, :cost, :at)
        ON CONFLICT (request_hash) DO NOTHING
        """,
        **values,
    )
    tx.run(
        """
        UPDATE ai_call SET state = 'settled', settled_at = :at, cost = :cost, input_tokens = :input_tokens,
          output_tokens = :output_tokens, request_id = :request_id, error = :note
        WHERE id = :call_id AND state IN ('reserved', 'unsettled')
        """,
        **values,
    )
    return answers(tx, [done.request_hash])[done.request_hash]


def release(tx: Tx, call_id: int, error: str, now: float) -> None:
    """It was not billed."""
    tx.run(
        """
        UPDATE ai_call SET state = 'released', settled_at = :now, cost = 0, error = :error
        WHERE id = :id AND state IN ('reserved', 'unsettled')
        """,
        id=call_id,
        error=error,
        now=now,
    )


def unsettle(tx: Tx, call_id: int, error: str) -> None:
    """Nobody knows whether it was billed: it keeps its reservation."""
    tx.run(
        "UPDATE ai_call SET state = 'unsettled', error = :error WHERE id = :id AND state = 'reserved'",
        id=call_id,
        error=error,
    )


def taken(tx: Tx, since: float, until: float, step: str | None = None) -> int:
    """What was spent in a span of time, or may have been, or is about to be; of one step where it is named."""
    row = tx.one(
        f"""
        SELECT COALESCE(SUM({_TAKEN}), 0) AS taken FROM ai_call
        WHERE cached = 0 AND at >= :since AND at < :until AND step = COALESCE(CAST(:step AS TEXT), step)
        """,
        since=since,
        until=until,
        step=step,
    )
    return int(row["taken"]) if row else 0


def asked(tx: Tx, step: str, since: float, entity_id: int | None) -> int:
    """For how many other entities a model was asked for a step since a moment; answers from the store do not count."""
    row = tx.one(
        """
        SELECT COUNT(DISTINCT entity_id) AS n FROM ai_call
        WHERE step = :step AND at >= :since AND state <> 'released' AND cached = 0 AND entity_id <> :id
        """,
        step=step,
        since=since,
        id=entity_id or 0,
    )
    return int(row["n"]) if row else 0


def mean(tx: Tx, step: str, model: str) -> float | None:
    """What a call of this step and model has cost on average; null where none was settled."""
    row = tx.one(
        """
        SELECT AVG(cost) AS mean FROM ai_call
        WHERE cached = 0 AND state = 'settled' AND step = :step AND model = :model
        """,
        step=step,
        model=model,
    )
    return None if row is None or row["mean"] is None else float(row["mean"])


# ---------------------------------------------------------------- what was held back


def hold_back(tx: Tx, now: float, entity_id: int | None, step: str, **why: Any) -> None:
    """A budget refused a call: `model, budget, most, wanted, until`. Once a day for each entity and step."""
    tx.run(
        """
        INSERT INTO ai_refusal (day, entity_id, step, at, model, budget, most, wanted, until)
        VALUES (:day, :entity_id, :step, :at, :model, :budget, :most, :wanted, :until)
        ON CONFLICT (day, entity_id, step) DO UPDATE SET
          model = excluded.model, budget = excluded.budget, most = excluded.most, wanted = excluded.wanted,
          until = excluded.until
        """,
        day=int(now // 86_400),
        at=now,
        entity_id=entity_id or 0,
        step=step,
        **why,
    )


def move(tx: Tx, winner: int, loser: int) -> None:
    """Two entities are one: what was spent on either was spent on `winner`."""
    both = {"w": winner, "l": loser}
    tx.run("UPDATE ai_call SET entity_id = :w WHERE entity_id = :l", **both)
    tx.run(
        """
        DELETE FROM ai_refusal WHERE entity_id = :l AND EXISTS (
          SELECT 1 FROM ai_refusal r WHERE r.entity_id = :w AND r.day = ai_refusal.day AND r.step = ai_refusal.step)
        """,
        **both,
    )
    tx.run("UPDATE ai_refusal SET entity_id = :w WHERE entity_id = :l", **both)


# ---------------------------------------------------------------- for people


def spent(tx: Tx, by: str, now: float) -> list[Row]:
    """Sums by `day` (days since 1970, UTC), `step` or `model`: calls, answers from the store, money by state.

    `calls` counts what may have been billed, `released` what certainly was not.
    """
    return tx.all(
        f"""
        SELECT {KEYS[by]} AS key,
          SUM(CASE WHEN cached = 0 AND state <> 'released' THEN 1 ELSE 0 END) AS calls,
          SUM(CASE WHEN state = 'released' THEN 1 ELSE 0 END) AS released,
          SUM(cached) AS cached,
          SUM(CASE WHEN state = 'settled' THEN cost ELSE 0 END) AS spent,
          SUM(CASE WHEN {_STATE} = 'reserved' THEN reserved ELSE 0 END) AS reserved,
          SUM(CASE WHEN {_STATE} = 'unsettled' THEN reserved ELSE 0 END) AS unsettled,
          SUM(saved) AS saved
        FROM ai_call GROUP BY {KEYS[by]} ORDER BY {KEYS[by]}
        """,
        now=now,
    )


def held_back(tx: Tx, by: str) -> list[Row]:
    """How many calls a budget refused, by `day`, `step` or `model`."""
    return tx.all(f"SELECT {KEYS[by]} AS key, COUNT(*) AS refused FROM ai_refusal GROUP BY {KEYS[by]}")


def waiting(tx: Tx, day: int) -> list[Row]:
    """What budgets refused on one day, by step and budget, with the budget's size and when it begins anew."""
    return tx.all(
        """
        SELECT step, budget, most, until, COUNT(*) AS refused FROM ai_refusal WHERE day = :day
        GROUP BY step, budget, most, until ORDER BY step, budget
        """,
        day=day,
    )


def unsettled(tx: Tx, now: float) -> list[Row]:
    """Calls that may have been billed, newest first."""
    return tx.all(f"SELECT * FROM ai_call WHERE {_STATE} = 'unsettled' ORDER BY id DESC", now=now)


def of_entity(tx: Tx, entity_id: int, now: float) -> list[Row]:
    """The calls made for one entity, oldest first, with the state `shown`."""
    return tx.all(f"SELECT *, {_STATE} AS shown FROM ai_call WHERE entity_id = :id ORDER BY id", id=entity_id, now=now)


def refusals_of(tx: Tx, entity_id: int) -> list[Row]:
    """What budgets refused to one entity, newest first."""
    return tx.all("SELECT * FROM ai_refusal WHERE entity_id = :id ORDER BY at DESC", id=entity_id)
