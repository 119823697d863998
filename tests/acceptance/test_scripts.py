"""Pages that show nothing before their script has run: rendered where there is a browser, else said so."""

from __future__ import annotations

import pytest

from acceptance.handmade import Site
from acceptance.stage import Stage
from jobfinder.demo.answer import Answer
from jobfinder.outside.chromium import missing
from jobfinder.outside.settings import Browsing
from jobfinder.settings import Settings

LACKING = missing(Browsing())
SHELL = """<!DOCTYPE html><html><head><title>Fernmoor</title></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/app.js"></script>
</body></html>"""
LIST = """
const item = ([name, title]) => `<li><h3><a href="/jobs/${name}">${title}</a></h3></li>`;
const rows = Object.entries({a1: 'Backend Engineer', b2: 'Data Engineer', c3: 'Gardener'});
document.getElementById('root').innerHTML = `<h1>Openings</h1><ul class="jobs">${rows.map(item).join('')}</ul>`;
"""


def shell(site: Site, path: str) -> str:
    site.put("/app.js", Answer(body=LIST.encode(), content_type="text/javascript"))
    return site.put(path, SHELL)


@pytest.mark.xdist_group("browser")
@pytest.mark.skipif(LACKING is not None, reason=f"no browser to test with: {LACKING}")
async def test_a_listing_made_by_a_script_is_found_and_its_postings_are_read(stage: Stage, site: Site) -> None:
    url = shell(site, "/open-roles")
    titles = {"a1": "Backend Engineer", "b2": "Data Engineer", "c3": "Gardener"}
    for name, title in titles.items():
        site.posting(f"/jobs/{name}", title)
    stage.submit(url)
    await stage.run()
    assert {job["title"] for job in stage.finder.jobs()} >= set(titles.values())
    assert [source["state"] for source in stage.finder.sources()] == ["enabled"]
    assert len(site.times("/app.js")) < 5


async def test_without_a_browser_the_outcome_says_what_to_do(stage: Stage, site: Site) -> None:
    stage.reopen(settings=Settings(browser=Browsing(enabled="never")))
    submitted = stage.submit(shell(site, "/open-roles"))
    await stage.run()
    assert stage.status(submitted) == "blocked"
    assert "shows nothing without its script" in stage.message(submitted)
    assert "browser.enabled" in stage.message(submitted)
    assert site.times("/app.js") == []
