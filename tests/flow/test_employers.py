"""The company behind an employer, asked for more than once in a transaction."""

from __future__ import annotations

from jobfinder.app import JobFinder
from jobfinder.flow.batch import Batch
from jobfinder.flow.spawn import merge, resolve_company
from jobfinder.steps.interface import Employer

NAMED = Employer(name="Grimm & Sons")
AT_HOME = Employer(name="Moss & Co", website="https://moss.example/")


def test_it_is_the_same_one_until_it_turns_out_to_be_another(store_url: str) -> None:
    def inside(batch: Batch) -> None:
        named, at_home = resolve_company(batch, NAMED), resolve_company(batch, AT_HOME)
        assert named is not None
        assert at_home is not None
        assert resolve_company(batch, NAMED) == named != at_home
        merge(batch, at_home, named)
        assert resolve_company(batch, NAMED) == at_home

    with JobFinder.open(store_url) as finder:
        finder.unit.write(inside)
