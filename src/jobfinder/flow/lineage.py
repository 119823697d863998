"""Lineage: who caused whom, and which spawns are refused. Pure; used by `flow.spawn`.

Identity of work is (entity, step, inputs), so these rules never speak of URLs or steps.
"""

from __future__ import annotations

from jobfinder.model import Line


def root(tracking_id: str, max_depth: int, parent_id: str | None = None) -> Line:
    """A lineage of its own. `parent_id` remembers who caused it without inheriting from them."""
    return Line(tracking_id=tracking_id, chain=(), depth=0, max_depth=max_depth, parent_id=parent_id)


def child(parent: Line, item_id: str) -> Line:
    """The place of what the ticket `item_id`, standing at `parent`, spawns."""
    return Line(
        tracking_id=parent.tracking_id,
        chain=tuple(dict.fromkeys((*parent.chain, item_id))),
        depth=parent.depth + 1,
        max_depth=parent.max_depth,
        parent_id=item_id,
    )


def refusal(parent: Line, own_entity: int, target: int | None, ancestors: frozenset[int]) -> str | None:
    """Why `target` may not be spawned from here, or null. `target` is null for an entity not known yet."""
    if target is not None and (target == own_entity or target in ancestors):
        return "circular: it is among its own ancestors"
    if parent.depth >= parent.max_depth:
        return f"too deep: depth {parent.depth} of {parent.max_depth}"
    return None
