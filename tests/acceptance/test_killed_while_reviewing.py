"""A process is killed while a model writes its review: the next one goes on, and nothing is paid for twice."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from acceptance.handmade import Site
from acceptance.second import DOLLARS, calls, opinion, score
from acceptance.stage import DAY, Stage
from flow.sound import differences, unsound
from jobfinder.demo.ai import Asked, Scripted, scripted
from jobfinder.demo.ai_said import Said, as_json, truncated
from jobfinder.settings import Settings

KEY = "idempotency-key"


def settings_file(folder: Path, endpoint: Scripted) -> Path:
    """Settings in which the endpoint is asked about every match."""
    path = folder / "settings.toml"
    path.write_text(
        f"""
        [ai]
        models = ["local/m"]
        review_from = 0
        day = 100.0
        [ai.endpoints.local]
        base_url = "{endpoint.url}"
        input_price = 0.0
        output_price = {DOLLARS}
        """
    )
    return path


class Child:
    """`jobfinder run` as a process of its own, which the model kills at its question number `last`."""

    def __init__(self, store: str, settings: Path, last: int = 0) -> None:
        self.command = [sys.executable, "-m", "jobfinder", "--store", store, "run", "--until-idle"]
        path = os.pathsep.join(sys.path)
        self.env = {**os.environ, "PYTHONPATH": path, "JOBFINDER_SETTINGS": str(settings)}
        self.last = last
        self.process: asyncio.subprocess.Process | None = None

    async def run(self) -> int:
        """Its return code."""
        self.process = await asyncio.create_subprocess_exec(*self.command, env=self.env)
        return await self.process.wait()

    def reply_to(self, asked: Asked) -> Said:
        """The first answer is cut off and so asked for again."""
        if asked.number == self.last and self.process is not None:
            self.process.kill()
            return Said(wait=60.0)
        return truncated(opinion()) if asked.number == 1 else Said(text=as_json(opinion()))


async def test_a79_killed_between_question_and_answer_it_is_asked_again_under_the_same_key_and_paid_once(
    stage: Stage, tmp_path: Path
) -> None:
    # The other process has the real time.
    stage.clock.advance(-DAY)
    url = Site(stage, "fernmoor.example", name="Fernmoor").posting("/jobs/1")
    stage.submit(url)
    await stage.run()
    async with scripted(lambda asked: opinion()) as endpoint:
        settings = settings_file(tmp_path, endpoint)
        first = Child(stage.store, settings, last=2)
        endpoint.reply_to = first.reply_to
        assert await first.run() != 0
        assert [row["state"] for row in calls(stage)] == ["settled", "reserved"]
        for _ in range(2):
            assert await Child(stage.store, settings).run() == 0
    stage.clock.advance(DAY + 60)
    assert len(endpoint.requests) == 3
    keys = [asked.headers[KEY] for asked in endpoint.requests]
    assert keys[0] != keys[1] == keys[2]
    # The answer that was there already is given again; the one that was not may have been paid, and counts as such.
    states = [(row["state"], row["cached"]) for row in calls(stage)]
    assert sorted(states) == [("settled", 0), ("settled", 0), ("settled", 1), ("unsettled", 0)]
    match = stage.finder.matches()[0]
    assert match["review"]["model"] == "local/m"
    assert score(stage, url) == match["score"]
    assert stage.finder.unit.read(unsound) == []
    stage.reopen(settings=Settings())
    await stage.run()
    assert differences(stage.finder.unit) == []
