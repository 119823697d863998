"""Submit: an item becomes a ticket on an entity, and the entity has work if there is anything to do.

Same entity, same work, another ticket. Raises `UsageError` for what cannot be worked on; then nothing was written.
"""

from __future__ import annotations

from typing import Any

from jobfinder.boards import registry
from jobfinder.errors import UsageError
from jobfinder.flow import spawn as spawning
from jobfinder.flow.apply import plan_all
from jobfinder.flow.batch import Batch
from jobfinder.flow.identity import company_keys, digest, employer_of
from jobfinder.flow.lineage import child, root
from jobfinder.flow.load import load
from jobfinder.flow.plan.pipeline import PIPELINES, fingerprint
from jobfinder.legacy.state import Carried, CarriedStep, carried
from jobfinder.legacy.state import address as stated_address
from jobfinder.model import (
    Company,
    EntityType,
    Job,
    JobQueueItem,
    Line,
    Posting,
    Record,
    Ref,
    RefKind,
    Source,
    SourceState,
    Step,
    Verdict,
)
from jobfinder.read import urls
from jobfinder.steps.found import source_spawn
from jobfinder.steps.interface import Employer, Spawn
from jobfinder.store import entities, items, progress, work
from jobfinder.store.entities import encode

MOST_SOURCES = 100_000
TYPES = ("job", "company", "source", "scrape", "source_discovery", "scrape_source")
SUB_TASKS = {
    EntityType.JOB: ("scrape", "filter", "analyze", "save"),
    EntityType.COMPANY: ("fetch", "extract", "analyze", "save"),
    EntityType.SOURCE: ("discover", "probe", "list"),
}


class Submitted(Record, frozen=True):
    """The ticket. `verdict` is set where the answer was known already."""

    item_id: str
    key: str
    type: str
    verdict: str | None = None
    message: str | None = None


def submit(batch: Batch, item: JobQueueItem, *, force: bool = False) -> Submitted:
    """Take up `item`. `force` expires what was fetched before now, never what was paid for."""
    if item.type not in TYPES:
        raise UsageError(f"unknown type {item.type!r}: one of {', '.join(TYPES)}")
    check_text(item)
    if item.type == "scrape":
        return submit_scrape(batch, item)
    check_sub_task(item)
    spawn = target(item)
    known = items.get(batch.tx, item.id) if item.id else None
    if known is not None:
        return told(known, known["message"])
    entity_id, new = spawning.make_known(batch, spawn)
    row = entities.get(batch.tx, [entity_id])[0]
    waits = items.has_live(batch.tx, entity_id)
    item_id = ticket(batch, item, entity_id)
    if row["verdict"] == Verdict.FAILED or force:
        spawning.grant_round(batch, row)
    if force:
        entities.force(batch.tx, entity_id, batch.now)
    if force or not waits:
        # What waits already keeps its place: asking again must not move it back.
        entities.touch(batch.tx, [entity_id], batch.now)
    brought = carried(item)
    if brought:
        hydrate(batch, entity_id, item, brought)
    if item.type == "scrape_source" and new:
        skip_to_list(batch, entity_id)
    start(batch, entity_id)
    return answer(batch, item_id, row)


def check_text(item: JobQueueItem) -> None:
    try:
        encode(item)
    except UnicodeEncodeError as error:
        raise UsageError(f"the item holds text that cannot be stored: {error.reason}") from error


def start(batch: Batch, entity_id: int) -> None:
    """Plan at once, unless somebody is at it: then their commit does."""
    stored = work.lock(batch.tx, [entity_id]).get(entity_id)
    if stored is None or stored["state"] != "leased":
        plan_all(batch, [entity_id])


def answer(batch: Batch, item_id: str, before: Any) -> Submitted:
    row = items.get(batch.tx, item_id)
    assert row is not None
    message = row["message"]
    if row["verdict"] is not None and before["settled_at"] is not None:
        message = f"already done: {message}"
    return told(row, message)


def told(row: Any, message: str | None) -> Submitted:
    return Submitted(
        item_id=row["id"],
        key=row["entity_key"] or row["id"],
        type=row["entity_type"] or row["type"],
        verdict=row["verdict"],
        message=message,
    )


def ticket(batch: Batch, item: JobQueueItem, entity_id: int | None) -> str:
    """The ticket with its lineage: the one it came with, or a new root."""
    item_id = item.id or batch.new_id()
    mine = item.parent_item_id is None
    items.insert(batch.tx, item, item_id, entity_id, place_of(batch, item), item.created_at or batch.now, mine=mine)
    return item_id


def place_of(batch: Batch, item: JobQueueItem) -> Line:
    """Where the ticket stands: the lineage it came with, or a new root."""
    if not item.ancestry_chain and not item.spawn_depth:
        return root(item.tracking_id or batch.new_id(), item.max_spawn_depth, item.parent_item_id)
    return Line(
        tracking_id=item.tracking_id or batch.new_id(),
        chain=tuple(dict.fromkeys(item.ancestry_chain)),
        depth=item.spawn_depth,
        max_depth=item.max_spawn_depth,
        parent_id=item.parent_item_id,
    )


# ---------------------------------------------------------------- which entity


def check_sub_task(item: JobQueueItem) -> None:
    """Judged by the declared type: what the address turns out to be does not make an old item wrong."""
    type_ = EntityType(item.type) if item.type in ("job", "company") else EntityType.SOURCE
    given = item.company_sub_task or item.sub_task if type_ is EntityType.COMPANY else item.sub_task
    allowed = SUB_TASKS[type_]
    if given is not None and given not in allowed:
        raise UsageError(f"unknown sub_task {given!r} for a {type_}: one of {', '.join(allowed)}")


def address(item: JobQueueItem) -> str | None:
    """The item's address in canonical form; only sites with a public name are accepted."""
    stated = stated_address(item)
    if not stated:
        return None
    url = urls.canonical(stated)
    host = urls.host(url)
    if urls.is_address(host):
        raise UsageError(f"{stated!r} points at an address or a local name ({host}): only public sites by name")
    return url


def target(item: JobQueueItem) -> Spawn:
    """What the item is about. A board or feed is a source, whatever it was submitted as."""
    url = address(item)
    ref = registry.recognize(url) if url else None
    if item.type == "company":
        return company_target(item, url, ref)
    if item.type in ("source", "source_discovery", "scrape_source"):
        return source_target(item, url, ref)
    if ref is not None and ref.kind in (RefKind.BOARD, RefKind.FEED):
        return source_target(item, url, ref)
    if ref is not None and ref.kind is RefKind.COMPANY and not carried(item):
        return company_target(item, url, ref)
    return job_target(item, url, ref)


def job_target(item: JobQueueItem, url: str | None, ref: Ref | None) -> Spawn:
    brought = carried(item)
    if ref is None and brought.posting is None:
        raise UsageError("a job needs a url, or scraped_data with at least a title")
    key = ref.key if ref and ref.kind is RefKind.POSTING else None
    if key is None:
        key = f"job:url:{urls.identity(url)}" if url else f"job:given:{digest(brought.posting)}"
    title = brought.posting.title if brought.posting else None
    doc = Job(url=url, title=title, company_name=item.company_name)
    return Spawn(type=EntityType.JOB, keys=(key,), doc=doc, company=Employer(name=item.company_name))


def company_target(item: JobQueueItem, url: str | None, ref: Ref | None) -> Spawn:
    state = item.pipeline_state or {}
    name = item.company_name or state.get("company_name")
    of_many = ref is not None and registry.shared(ref.board)
    website = f"https://{urls.host(url)}/" if url and not of_many else state.get("company_website")
    on_board = ref is not None and not of_many and ref.kind in (RefKind.BOARD, RefKind.POSTING)
    board = (ref.board, ref.token) if ref and on_board and ref.token else None
    source_key = registry.source_url(ref) if ref and board else None
    employer = Employer(name=name, website=None if board else website, board=board, source_key=source_key)
    keys = company_keys(employer)
    if not keys:
        raise UsageError("a company needs the address of its site, or a company_name that is a name")
    return Spawn(type=EntityType.COMPANY, keys=keys, doc=Company(name=name, website=employer.website), company=employer)


def source_target(item: JobQueueItem, url: str | None, ref: Ref | None) -> Spawn:
    if url is None or ref is None:
        raise UsageError("a source needs the address of a board, a feed or a careers page")
    board = registry.board_ref(ref) if ref.kind is RefKind.POSTING else None
    return source_spawn(board or ref, board.url if board else url, confidence=1.0, why="submitted")


def submit_scrape(batch: Batch, item: JobQueueItem) -> Submitted:
    """A legacy `scrape`: lists the enabled sources that its configuration selects, each under a ticket of its own."""
    config = item.scrape_config or {}
    named = config.get("source_ids") or config.get("sources") or ()
    wanted = {str(one) for one in named} if isinstance(named, list | tuple) else {str(named)}
    limit = config.get("max_sources")
    chosen = [row for row in entities.all_of(batch.tx, EntityType.SOURCE, MOST_SOURCES) if selected(row, wanted)]
    chosen = chosen[:limit] if isinstance(limit, int) and limit > 0 else chosen
    item_id = ticket(batch, item, None)
    parent = items.get(batch.tx, item_id)
    assert parent is not None
    line = child(items.line_of(parent), item_id)
    for row in chosen:
        spawning.ticket(batch, row, line)
        if config.get("force"):
            entities.force(batch.tx, row["id"], batch.now)
        batch.look(row["id"])
    message = f"asked {len(chosen)} enabled source{'s' if len(chosen) != 1 else ''} for a listing"
    items.settle_one(batch.tx, item_id, "success", message, batch.now)
    return Submitted(item_id=item_id, key=item_id, type="scrape", verdict="success", message=message)


def selected(row: Any, wanted: set[str]) -> bool:
    source = entities.decode_doc(EntityType.SOURCE, row["doc"])
    assert isinstance(source, Source)
    names = {row["key"], str(row["id"]), source.url, source.board, source.token}
    return source.state is SourceState.ENABLED and (not wanted or bool(wanted & names))


# ---------------------------------------------------------------- carried results


def hydrate(batch: Batch, entity_id: int, item: JobQueueItem, brought: Carried) -> None:
    """Carried state goes into the entity, then the planner decides. Newer stored facts beat older carried ones."""
    if brought.posting is not None and not newer_stored(batch, entity_id, item):
        give_posting(batch, entity_id, brought.posting)
    if brought.company is not None:
        spawning.learn_hints(batch, entity_id, brought.company)
    pipeline = PIPELINES[entity_type(batch, entity_id)]
    for spec in pipeline:
        step = brought.steps.get(spec.step)
        if step is None:
            continue
        facts = load(batch.tx, [entity_id], batch.seeker)[entity_id]
        present = facts.progress.get(spec.step)
        print_ = fingerprint(spec, facts)
        if present is not None and present.done_at is not None and present.fingerprint == print_:
            continue
        write_carried(batch, entity_id, spec.step, print_, step)


def entity_type(batch: Batch, entity_id: int) -> str:
    return str(entities.get(batch.tx, [entity_id])[0]["type"])


def newer_stored(batch: Batch, entity_id: int, item: JobQueueItem) -> bool:
    """Was the stored posting read after the carried one was written?"""
    read_at = entities.read_at(batch.tx, entity_id)
    written = item.updated_at or item.created_at or batch.now
    return read_at is not None and read_at >= written


def give_posting(batch: Batch, entity_id: int, posting: Posting) -> None:
    job = entities.decode_doc(EntityType.JOB, entities.get(batch.tx, [entity_id])[0]["doc"])
    assert isinstance(job, Job)
    employer = employer_of(posting, job.url)
    spawning.put_posting(batch, entity_id, job, posting, employer)


def write_carried(batch: Batch, entity_id: int, step: Step, print_: str, result: CarriedStep) -> None:
    """Counts as done with the inputs of now, until one of these changes."""
    row = {
        "id": entity_id,
        "step": step,
        "fingerprint": print_,
        "outcome": result.outcome,
        "reason": result.reason,
        "output": None if result.output is None else encode(result.output),
        "output_hash": digest([result.outcome, result.output]),
        "carried": 1,
        "now": batch.now,
        "runs": 0,
        "requests": 0,
        "seconds": 0.0,
    }
    progress.succeed(batch.tx, [row])
    batch.log.add(entity_id, "carried", step=step, outcome=result.outcome, reason=result.reason)


def skip_to_list(batch: Batch, entity_id: int) -> None:
    """A legacy `scrape_source` names a source that was set up elsewhere: it is enabled and listed."""
    row = entities.get(batch.tx, [entity_id])[0]
    source = entities.decode_doc(EntityType.SOURCE, row["doc"])
    assert isinstance(source, Source)
    if source.board == "page":
        return
    values = {name: getattr(source, name) for name in Source.__struct_fields__}
    entities.set_doc(batch.tx, entity_id, Source(**{**values, "state": SourceState.ENABLED}))
    for spec in PIPELINES[EntityType.SOURCE][:2]:
        facts = load(batch.tx, [entity_id], batch.seeker)[entity_id]
        result = CarriedStep(outcome="found", reason="named by the item", output={"board": source.board})
        write_carried(batch, entity_id, spec.step, fingerprint(spec, facts), result)
