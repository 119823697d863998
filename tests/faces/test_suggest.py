"""`prefs suggest` proposes what the seeker's own decisions bear out, with the evidence and the command."""

from __future__ import annotations

import shlex

from faces import judged
from faces.conftest import Cli

TOWNS = ("Munich", "Hamburg", "Cologne", "Leipzig", "Bremen", "Dresden", "Kiel", "Jena")


def test_titles_that_were_hidden_are_proposed_as_excluded(cli: Cli, store_url: str) -> None:
    roles = (
        "Python Developer",
        "Data Engineer",
        "Backend Engineer",
        "Platform Engineer",
        "Software Engineer",
        "Developer",
    )
    pages = {"/": judged.PAGES["/"]}
    for number, (role, town) in enumerate(zip(roles, TOWNS, strict=False)):
        text = f"{judged.WORK}\nYour team in {town} looks after {role} matters and the {number} services around them."
        pages[f"/jobs/embedded-{number}"] = judged.posting(f"Embedded {role}", town, text)
        pages[f"/jobs/plain-{number}"] = judged.posting(role, town, text.replace("railways", "harbours"))
    judged.judge(store_url, pages=pages, preferences="")
    jobs = cli("jobs", "--json", "--store", store_url).json
    for row in jobs:
        if row["title"].startswith("Embedded "):
            ran = cli("mark", row["key"], "hidden", "--reason", "no [red]firmware[/red]", "--store", store_url)
            assert ran.code == 0
    found = cli("prefs", "suggest", "--json", "--store", store_url).json
    proposed = next(one for one in found if one["edit"]["path"] == "titles.excluded")
    assert [word.casefold() for word in proposed["edit"]["values"]] == ["embedded"]
    assert (proposed["decided"], proposed["among"], proposed["others_decided"]) == (6, 6, 0)
    said = " ".join(cli("prefs", "suggest", "--store", store_url).out.split())
    assert "you hid 6 of 6" in said
    assert "“no [red]firmware[/red]”" in said
    assert cli("prefs", "show", "--json", "--store", store_url).json["titles"]["excluded"] == []
    assert cli(*shlex.split(proposed["command"]), "--store", store_url).code == 0
    assert cli("prefs", "suggest", "--json", "--store", store_url).json == []
