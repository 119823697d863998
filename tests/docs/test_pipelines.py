"""docs/pipelines.md is the pipeline table, and names every step that there is."""

from __future__ import annotations

from pathlib import Path

from jobfinder.flow.plan import diagram
from jobfinder.flow.plan.pipeline import PIPELINES
from jobfinder.steps import STEPS

FILE = Path(__file__).parents[2] / "docs" / "pipelines.md"


def test_the_diagram_is_that_of_the_table() -> None:
    assert FILE.read_text("utf-8") == diagram.text()


def test_every_step_is_in_the_diagram_of_its_type() -> None:
    for type_, step in STEPS:
        section = diagram.section(type_)
        assert f"| {step} |" in section
        assert f"{step} --> " in section


def test_every_step_of_a_pipeline_has_its_function_and_no_other() -> None:
    assert set(STEPS) == {(type_, spec.step) for type_, specs in PIPELINES.items() for spec in specs}
