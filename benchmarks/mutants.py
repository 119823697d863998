"""Deliberate mistakes, one at a time, in a copy of the tree: does the suite notice?

    python benchmarks/mutants.py [NAME…]      those whose names hold one of these, or all

Each mutant is an exact replacement of text, with the tests that should catch it. A text that is not there any more is
an error: the mutant has to follow the code. Before anything is broken the same tests must pass. Exit code 1 says that
one survived.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from jobfinder.model import Record

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "pyproject.toml")
LONGEST = 300.0
"""Seconds for one mutant; a suite that hangs has noticed, but does not say what."""

FLOW = "src/jobfinder/flow"
STORE = "src/jobfinder/store"
GROUP = ("tests/flow/test_group_commit.py",)
KTH = ("tests/flow/test_kth_statement.py", "-k", "commit")
MACHINE = ("tests/flow/test_machine.py", "-k", "sqlite")


class Edit(Record, frozen=True):
    """`old` becomes `new` in `file`; it has to be there exactly once."""

    file: str
    old: str
    new: str


class Mutant(Record, frozen=True):
    """A mistake, and the arguments of pytest that should catch it, the most likely first."""

    name: str
    edits: tuple[Edit, ...]
    tests: tuple[tuple[str, ...], ...]


class Verdict(Record, frozen=True):
    """What the suite said: the test that failed, or null where all passed. `seconds` is how long it took."""

    mutant: Mutant
    caught_by: str | None
    seconds: float


def one(name: str, file: str, old: str, new: str, *tests: tuple[str, ...]) -> Mutant:
    return Mutant(name=name, edits=(Edit(file=file, old=old, new=new),), tests=tests)


MUTANTS = (
    one(
        "no fence check in the commit",
        f"{FLOW}/commit.py",
        'if row is not None and row["fence"] == result.task.fence:',
        "if row is not None:",
        GROUP,
    ),
    Mutant(
        name="follow-ups in a second transaction",
        edits=(
            Edit(file=f"{FLOW}/commit.py", old="    follow_ups(batch, done)\n", new=""),
            Edit(
                file=f"{FLOW}/commit.py",
                old="        done, refused = write(lambda batch: commit(batch, results))\n        return Committed",
                new="        done, refused = write(lambda batch: commit(batch, results))\n"
                "        write(lambda batch: follow_ups(batch, [r for r in results if r.task.entity_id in done]))\n"
                "        return Committed",
            ),
        ),
        tests=(KTH, GROUP),
    ),
    one(
        "fingerprint ignored: a step that ever succeeded is done",
        f"{FLOW}/plan/ladder.py",
        "return progress is not None and progress.done_at is not None and progress.fingerprint == print_",
        "return progress is not None and progress.done_at is not None",
        GROUP,
    ),
    one(
        "fingerprint ignored: no step is ever done",
        f"{FLOW}/plan/ladder.py",
        "return progress is not None and progress.done_at is not None and progress.fingerprint == print_",
        "return False",
        GROUP,
        MACHINE,
    ),
    one(
        "lease compare flipped in reap",
        f"{STORE}/work.py",
        "WHERE state = 'leased' AND (lease_until <= :now OR",
        "WHERE state = 'leased' AND (lease_until >= :now OR",
        MACHINE,
        ("tests/store/test_work.py",),
    ),
    one(
        "a new plan leaves the old fence in force",
        f"{STORE}/work.py",
        '          lease_until = NULL, lease_by = NULL, fence = NULL\n        """,\n        rows,',
        '          lease_until = NULL, lease_by = NULL\n        """,\n        rows,',
        GROUP,
    ),
    one(
        "waiters not woken",
        f"{FLOW}/apply.py",
        "    batch.look(*work.wake(batch.tx, list(done)))\n",
        "    work.wake(batch.tx, list(done))\n",
        MACHINE,
    ),
    one(
        "loop check by address",
        f"{FLOW}/spawn.py",
        "    reason = refusal(line, asker, target, ancestors)\n    row = entities.get(batch.tx, [target])[0]\n",
        "    reason = refusal(line, asker, target, ancestors)\n    row = entities.get(batch.tx, [target])[0]\n"
        '    doc = entities.decode_doc(row["type"], row["doc"])\n'
        "    where = doc.website if isinstance(doc, Company) else doc.url\n"
        "    chain = [*line.chain, *([parent] if parent else [])]\n"
        '    if where is not None and where in [item["url"] for item in items.many(batch.tx, chain)]:\n'
        '        reason = "circular: the same address"\n',
        GROUP,
    ),
    one(
        "politeness not checked in the claim",
        f"{STORE}/lanes.py",
        "          AND (next_at <= :now OR next_at > :now + interval + :latest)\n        ORDER BY head",
        "          AND :now + :latest > 0\n        ORDER BY head",
        MACHINE,
        ("tests/store/test_lanes.py",),
    ),
    one(
        "a lane at rest is served",
        f"{STORE}/lanes.py",
        "WHERE head IS NOT NULL AND rest_until <= :now AND (cap IS NULL",
        "WHERE head IS NOT NULL AND (cap IS NULL",
        MACHINE,
        ("tests/store/test_lanes.py",),
    ),
    one(
        "being asked to wait counts an attempt",
        f"{FLOW}/commit.py",
        '            "attempts": attempts,\n            "total": total,\n            "not_before": error.at,',
        '            "attempts": attempts + 1,\n            "total": total + 1,\n            "not_before": error.at,',
        GROUP,
    ),
    one(
        "early cut-off removed",
        f"{FLOW}/plan/pipeline.py",
        "lambda f: (f.posting_hash, f.shared.filter),",
        "lambda f: (f.posting_hash, f.shared.filter, str(f.progress[Step.SCRAPE].done_at) if Step.SCRAPE in f.progress "
        "else None),",
        GROUP,
    ),
    Mutant(
        name="fingerprint computed at the commit",
        edits=(
            Edit(
                file=f"{FLOW}/commit.py",
                old="        rows.append(progress_row(result, found, batch.now))\n",
                new="        rows.append(progress_row(result, found, batch.now) | present_inputs(batch, result))\n",
            ),
            Edit(
                file=f"{FLOW}/commit.py",
                old="def kind_of(error: StepError) -> str:",
                new="def present_inputs(batch: Batch, result: Result) -> dict[str, Any]:\n"
                "    from jobfinder.flow.load import load\n"
                "    from jobfinder.flow.plan.pipeline import PIPELINES, fingerprint\n\n"
                "    facts = load(batch.tx, [result.task.entity_id], batch.seeker)[result.task.entity_id]\n"
                "    spec = next(spec for spec in PIPELINES[result.task.type] if spec.step is result.task.step)\n"
                '    return {"fingerprint": fingerprint(spec, facts)}\n\n\n'
                "def kind_of(error: StepError) -> str:",
            ),
        ),
        tests=(GROUP,),
    ),
    one(
        "one member that cannot be written fails its whole group",
        f"{FLOW}/commit.py",
        "        if len(results) == 1:\n            return spoil(write, results[0], error)\n",
        "        return joined([spoil(write, result, error) for result in results])\n",
        GROUP,
    ),
    one(
        "progress written after the changes of all members",
        f"{FLOW}/commit.py",
        "            progress.succeed(batch.tx, rows)\n            rows = []\n            apply_changes",
        "            apply_changes",
        GROUP,
        MACHINE,
    ),
    one(
        "a late worker's pages are kept",
        f"{FLOW}/visit.py",
        "if entity_id is None or work.is_held(batch.tx, entity_id, self._task.fence):",
        "if True:",
        ("tests/acceptance/test_faults.py", "-k", "a81"),
    ),
    one(
        "resync takes leases away",
        f"{FLOW}/schedule.py",
        'free = [id_ for id_, row in stored.items() if row["state"] != "leased"]',
        "free = list(stored)",
        MACHINE,
    ),
    one(
        "a commit outside its transaction",
        f"{STORE}/db.py",
        '                self._begin("BEGIN IMMEDIATE")\n',
        '                self._begin("BEGIN IMMEDIATE")\n                self.connection.execute("COMMIT")\n',
        ("tests/flow/test_kth_statement.py", "-k", "sqlite and commit"),
    ),
)


def copy_of(root: Path, to: Path) -> None:
    """The tree, as far as tests need it."""
    for name in COPIED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
        else:
            shutil.copy2(source, to / name)


def apply(tree: Path, edits: Sequence[Edit]) -> dict[Path, str]:
    """Break the tree; returns the files as they were. Raises `SystemExit` where a text is not there exactly once."""
    before: dict[Path, str] = {}
    for edit in edits:
        path = tree / edit.file
        text = path.read_text("utf-8")
        if text.count(edit.old) != 1:
            raise SystemExit(f"{edit.file} has this {text.count(edit.old)} times, not once:\n{edit.old}")
        before.setdefault(path, text)
        path.write_text(text.replace(edit.old, edit.new), "utf-8")
    return before


def run(tree: Path, tests: Sequence[str]) -> str | None:
    """Run tests in the tree; returns the first that failed, null where all passed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "JOBFINDER_TEST_FIRST": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTHONPATH", None)
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return f"(no end within {LONGEST:.0f} s)"
    if done.returncode == 0:
        return None
    named = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return named.group(1) if named else f"(pytest ended with {done.returncode}) {(done.stdout + done.stderr)[-300:]}"


def judge(tree: Path, mutant: Mutant) -> Verdict:
    """Break the tree, run the tests until one notices, and mend it."""
    began = time.monotonic()
    before = apply(tree, mutant.edits)
    try:
        caught_by = next((failed for tests in mutant.tests if (failed := run(tree, tests))), None)
    finally:
        for path, text in before.items():
            path.write_text(text, "utf-8")
    return Verdict(mutant=mutant, caught_by=caught_by, seconds=time.monotonic() - began)


def check_sound(tree: Path, mutants: Sequence[Mutant]) -> None:
    """Nothing is broken yet, so everything has to pass."""
    for tests in dict.fromkeys(tests for mutant in mutants for tests in mutant.tests):
        if failed := run(tree, tests):
            raise SystemExit(f"fails before anything is broken: {failed}")


def main(names: Sequence[str]) -> int:
    """Judge the mutants whose names hold one of `names`, or all."""
    chosen = [mutant for mutant in MUTANTS if not names or any(name in mutant.name for name in names)]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        tree = Path(folder)
        copy_of(ROOT, tree)
        check_sound(tree, chosen)
        survived = 0
        for mutant in chosen:
            verdict = judge(tree, mutant)
            survived += verdict.caught_by is None
            said = f"caught by {verdict.caught_by}" if verdict.caught_by else "SURVIVED"
            print(f"{mutant.name:60} {verdict.seconds:5.0f} s  {said}", flush=True)
    print(f"{len(chosen) - survived} of {len(chosen)} caught")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
