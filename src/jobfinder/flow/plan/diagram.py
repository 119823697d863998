"""The transition diagram, written from the pipeline table: `python -m jobfinder.flow.plan.diagram > docs/pipelines.md`.

A test compares the file with what this writes, so the picture cannot differ from the planner.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jobfinder.flow.plan.pipeline import DAY, PIPELINES, Spec

HEAD = """\
# Pipelines

Generated from `src/jobfinder/flow/plan/pipeline.py`; write it anew with
`PYTHONPATH=src .venv/bin/python -m jobfinder.flow.plan.diagram > docs/pipelines.md`.

A step is done while its inputs are those it last succeeded with. An outcome that stands on an arrow to a verdict
ends the walk there; every other outcome goes on to the next step. Failures end as `failed` (attempts used up) or
`blocked` (a person has to decide).
"""
GOES_ON = {
    "job": "Before the ladder stand the gate (stop lists: `skipped`) and the posting's end (`closed`).\n"
    "Between filter and analyze a job waits for an employer that is not known well yet, at most until a deadline.",
    "company": "`save` proposes sources.",
    "source": "`list` is repeated for ever, at an interval learnt from its yield. A long listing is taken in parts.",
}


def text() -> str:
    """The whole document."""
    return HEAD + "".join(f"\n{section(name)}" for name in PIPELINES)


def section(name: str) -> str:
    """One entity type: its table and its diagram."""
    specs = PIPELINES[name]
    rows = "\n".join(row(spec) for spec in specs)
    arrows = "\n".join(f"    {arrow}" for arrow in transitions(specs))
    return (
        f"## {name}\n\n{GOES_ON[name]}\n\n| step | is a function of | runs on | is asked again | stops at |\n"
        f"|---|---|---|---|---|\n{rows}\n\n```mermaid\nstateDiagram-v2\n{arrows}\n```\n"
    )


def row(spec: Spec[Any]) -> str:
    """One step in the table."""
    expiry = "when an input changes" if spec.expiry is None else f"then, and after {spec.expiry / DAY:g} days"
    stops = ", ".join(f"{outcome} → {verdict}" for outcome, verdict in spec.stops.items()) or "–"
    return f"| {spec.step} | {spec.inputs} | {where(spec)} | {expiry} | {stops} |"


def where(spec: Spec[Any]) -> str:
    if spec.web:
        return "the lane of its host"
    return "the lane of models" if spec.paid else "cpu"


def transitions(specs: tuple[Spec[Any], ...]) -> Iterator[str]:
    """The arrows, in order."""
    yield f"[*] --> {specs[0].step}"
    for number, spec in enumerate(specs):
        following = specs[number + 1].step if number + 1 < len(specs) else "success"
        yield f"{spec.step} --> {following}"
        for outcome, verdict in spec.stops.items():
            yield f"{spec.step} --> {verdict}: {outcome}"
        for outcome in sorted(spec.parts):
            yield f"{spec.step} --> {spec.step}: {outcome}"
    yield "success --> [*]"


if __name__ == "__main__":
    print(text(), end="")
