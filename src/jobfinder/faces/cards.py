"""Result cards: what came of an address, on half a screen. Called by `find`, `show` and `demo`.

Everything shown comes from `flow.outcome`; a new kind of result needs a case in `card`. All text from pages goes
through `Text`, so that none of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from jobfinder.faces import fit, words
from jobfinder.faces.fit import INDENT, QUOTED, quoted
from jobfinder.faces.styles import STYLES

Card = Mapping[str, Any]

HANGING = 2
NARROWEST = 20


def show(out: Console, card: Card, now: float, *, full: bool = False) -> None:
    """Print one card (a `flow.outcome.Outcome` as plain values), and an empty line; `full` shows every quote."""
    for line in lines(card, now, full=full):
        put(out, line)
    out.print()


def lines(card: Card, now: float, *, full: bool = False) -> Iterator[Text]:
    """The lines of a card."""
    yield heading(card)
    yield from about(card, now)
    yield verdict(card, now)
    if card["type"] == "job":
        yield from of_job(card, now, full=full)
    else:
        yield from belongings(card, now)
    for led in card["led_to"]:
        yield Text(f"{INDENT}led to {led['type']} {words.joined((led['company'], words.bare(led['url'])), ', ')}")
        yield from (Text(INDENT) + line for line in (verdict(led, now), *belongings(led, now)))


def heading(card: Card) -> Text:
    text = Text()
    if card["match"] and card["points"] is not None:
        text.append(f"{card['points']:>3.0f}  ", style="bold green")
    title = card["title"] or words.bare(card["url"]) or card["key"]
    text.append(title, style="bold")
    if card["company"] and card["company"] != title:
        text.append(f" at {card['company']}" if card["type"] == "job" else f" of {card['company']}")
    return text


def about(card: Card, now: float) -> Iterator[Text]:
    """Where, for how much, since when; or what a company is."""
    posting, facts = card["posting"], card["facts"] or {}
    posted = words.day_ago((posting or {}).get("posted_at"), now)
    closes = (posting or {}).get("closes_at") or ((card.get("offer") or {}).get("closes") or {}).get("value")
    dates = (posted and f"posted {posted}", closes and f"apply until {closes[:10]}")
    line = words.joined((words.where(posting), words.pay(posting), *dates))
    line = line or words.joined((facts.get("industry"), *stated(facts)))
    if line:
        yield Text(INDENT + line)
    if facts.get("about"):
        yield quoted(facts["about"])
    if card["url"]:
        yield Text(f"{INDENT}{card['url']}", style="dim")


def stated(facts: Card) -> Iterator[str]:
    """Size and age of a company."""
    if size := facts.get("size"):
        yield f"{size} people" if size.isdecimal() else size
    if founded := facts.get("founded"):
        yield f"founded {founded}"


def verdict(card: Card, now: float) -> Text:
    """The verdict and its reason; of what is filtered or not for the seeker, the reasons follow line by line."""
    word = card["verdict"] or "not settled"
    text = Text(INDENT).append(word, style=STYLES.get(word, "cyan"))
    several = card["verdict"] == "filtered" and card["rules"]
    barred = card["verdict"] == "skipped" and (card["score"] or {}).get("gate")
    if card["why"] and not several and not barred:
        text.append(f": {card['why']}")
    if not card["verdict"] and card["due"]:
        text.append(f" ({words.until(card['due'], now)})")
    return text


# ---------------------------------------------------------------- jobs


def of_job(card: Card, now: float, *, full: bool) -> Iterator[Text]:
    """What was decided, why it matches, or every reason why not."""
    yield from decided(card, now)
    offer = card["offer"] or {}
    yield from fit.flags(offer.get("flags") or (), full=full)
    if card["verdict"] == "filtered":
        told = not full and bool((card["dropped"] or {}).get("commands"))
        yield from fit.reasons(card["rules"], card["title"], full=full, told=told)
    elif card["score"] and card["verdict"] in ("success", "skipped"):
        yield from scored(card, full=full)
    if card["dropped"]:
        yield from fit.ways(card["dropped"])
    if card["verdict"] == "success":
        yield from fit.benefits(offer, full=full)
    if full:
        yield from facts(card)


def decided(card: Card, now: float) -> Iterator[Text]:
    """What the seeker did with it, and the other postings of the role."""
    choice = card["choice"]
    if choice:
        why = f": {words.short_of(choice['reason'], QUOTED)}" if choice["reason"] else ""
        yield Text(f"{INDENT}you marked it {choice['kind']} {words.ago(choice['at'], now)}{why}", style="cyan")
    if card["shown_as"]:
        urls = {other["key"]: other["url"] for other in card["also"]}
        listed = urls.get(card["shown_as"]) or card["shown_as"]
        yield Text(f"{INDENT}the same role is listed as {listed}")
    elif card["also"]:
        yield Text(INDENT + fit.also(card["also"]))


def scored(card: Card, *, full: bool) -> Iterator[Text]:
    """How far it fits, part by part, and what a second reader thought of it."""
    score = card["score"]
    yield from fit.gate(score)
    if score.get("gate") and not full:
        return
    if score.get("coverage") is not None:
        yield Text(INDENT + fit.confidence(score["coverage"]))
    yield from fit.parts(score, card["title"], full=full)
    if card["review"]:
        yield from fit.opinion(card["review"], full=full)


def facts(card: Card) -> Iterator[Text]:
    """What only `--full` shows: skills by name, and the other postings' addresses."""
    for title, name in (("has", "matched_skills"), ("lacks", "missing_skills")):
        skills = (card["score"] or {}).get(name)
        if skills:
            yield Text(f"{INDENT}{title}: {', '.join(skills)}")
    for other in card["also"]:
        yield Text(f"{INDENT}also at {other['url']}", style="dim")


# ---------------------------------------------------------------- companies and sources


def belongings(card: Card, now: float) -> Iterator[Text]:
    """The sources that were found, how many postings they list, and the best of these."""
    for source in card["sources"]:
        state = Text(source["state"], style=STYLES.get(source["state"], ""))
        line = Text(f"{INDENT}source ").append(f"{source['board']} ").append(words.bare(source["url"])).append(" ")
        yield line.append_text(state).append(f": {source['reason']}" if source["reason"] else "")
    if card["jobs"]:
        yield Text(f"{INDENT}{postings(card['jobs'])}")
    for match in card["best"]:
        where = words.joined((words.where(match["posting"]), words.day_ago(match["posting"].get("posted_at"), now)))
        text = Text(f"{INDENT}{match['score']:>3.0f}  ", style="green").append(str(match["title"]), style="bold")
        yield text.append(f"  {where}", style="dim")


def postings(jobs: Mapping[str, int]) -> str:
    """`9 postings: 3 matches, 4 filtered, 2 skipped`."""
    named = {"success": "matched", "open": "not judged yet"}
    shown = ", ".join(f"{number} {named.get(verdict, verdict)}" for verdict, number in sorted(jobs.items()))
    return f"{words.count(sum(jobs.values()), 'posting')}: {shown}"


def put(out: Console, line: Text) -> None:
    """Print a line; where it is too long, it goes on below its own beginning."""
    lead = len(line.plain) - len(line.plain.lstrip())
    if len(line.plain) <= out.width or line.no_wrap or " " not in line.plain.strip():
        # An address or a command stays in one piece, so that it can be clicked and copied.
        out.print(line, soft_wrap=True)
        return
    pieces = line[lead:].wrap(out, max(out.width - lead - HANGING, NARROWEST))
    for number, piece in enumerate(pieces):
        piece.rstrip()
        out.print(Text(" " * (lead + (HANGING if number else 0))).append_text(piece))
