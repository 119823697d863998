"""Result cards: what came of an address, on half a screen. Called by `find`, `show` and `demo`.

Everything shown comes from `flow.outcome`; a new kind of result needs a case in `card`. All text from pages goes
through `Text`, so that none of it is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from jobfinder.faces import words
from jobfinder.faces.styles import STYLES

Card = Mapping[str, Any]

QUOTED = 160
INDENT = "  "
BULLETS = "-*•·– "
HANGING = 2
NARROWEST = 20
AGAINST = ("reject", "strike")


def show(out: Console, card: Card, now: float) -> None:
    """Print one card (a `flow.outcome.Outcome` as plain values), and an empty line."""
    for line in lines(card, now):
        put(out, line)
    out.print()


def lines(card: Card, now: float) -> Iterator[Text]:
    """The lines of a card."""
    yield heading(card)
    yield from about(card, now)
    yield verdict(card, now)
    if card["type"] == "job":
        yield from of_job(card)
    else:
        yield from belongings(card, now)
    for led in card["led_to"]:
        yield Text(f"{INDENT}led to {led['type']} {words.joined((led['company'], words.bare(led['url'])), ', ')}")
        yield from (Text(INDENT) + line for line in (verdict(led, now), *belongings(led, now)))


def heading(card: Card) -> Text:
    text = Text()
    if card["match"] and card["score"]:
        text.append(f"{card['score']['score']:>3.0f}  ", style="bold green")
    title = card["title"] or words.bare(card["url"]) or card["key"]
    text.append(title, style="bold")
    if card["company"] and card["company"] != title:
        text.append(f" at {card['company']}" if card["type"] == "job" else f" of {card['company']}")
    return text


def about(card: Card, now: float) -> Iterator[Text]:
    """Where, for how much, since when; or what a company is."""
    posting, facts = card["posting"], card["facts"] or {}
    posted = words.day_ago((posting or {}).get("posted_at"), now)
    line = words.joined((words.where(posting), words.pay(posting), posted and f"posted {posted}"))
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
    """The verdict and its reason; of what is filtered, the reasons follow line by line."""
    word = card["verdict"] or "not settled"
    text = Text(INDENT).append(word, style=STYLES.get(word, "cyan"))
    several = card["verdict"] == "filtered" and card["rules"]
    if card["why"] and not several:
        text.append(f": {card['why']}")
    if not card["verdict"] and card["due"]:
        text.append(f" ({words.until(card['due'], now)})")
    return text


# ---------------------------------------------------------------- jobs


def of_job(card: Card) -> Iterator[Text]:
    """Why it matches, or every reason why not."""
    if card["verdict"] == "filtered":
        yield from reasons(card["rules"], card["title"])
    elif card["score"] and card["verdict"] in ("success", "skipped"):
        yield from parts(card["score"])


def reasons(rules: Sequence[Card], title: str | None) -> Iterator[Text]:
    """What speaks against it, each with the words it rests on (unless these are the title); then what is unsaid."""
    for rule in rules:
        if rule["outcome"] in AGAINST:
            weight = "" if rule["outcome"] == "reject" else f" ({words.count(rule['strikes'], 'strike')})"
            yield Text(f"{INDENT}✗ ", style="yellow").append(
                f"{rule['rule']}: {rule['reason']}{weight}", style="default"
            )
            if rule["evidence"] and rule["evidence"] != title:
                yield Text(INDENT) + quoted(rule["evidence"])
            if rule["counterfactual"]:
                yield Text(f"{INDENT * 2}{rule['counterfactual']}", style="dim")
    unknown = [rule["rule"] for rule in rules if rule["outcome"] == "unknown"]
    if unknown:
        yield Text(f"{INDENT}? unsaid, which counts neither way: {', '.join(unknown)}", style="dim")


def parts(score: Card) -> Iterator[Text]:
    """The parts of a score, each with the sentence it rests on."""
    for part in score["parts"]:
        if not part["weight"]:
            continue
        value = part["value"]
        text = Text(f"{INDENT}{bar(value)} {part['name']:<10} ")
        text.append("  ?" if value is None else f"{100 * value:3.0f}", style="bold")
        text.append(f"  {part['why']}")
        yield text
        if part["evidence"]:
            yield Text(INDENT * 2) + quoted(part["evidence"])


def bar(value: float | None) -> Text:
    """A value of 0 to 1 in five blocks."""
    full = 0 if value is None else round(5 * value)
    return Text("■" * full, style="green").append("□" * (5 - full), style="dim")


def quoted(sentence: str) -> Text:
    """The words of a page, as such."""
    return Text(f"{INDENT}“{words.short_of(sentence.lstrip(BULLETS), QUOTED)}”", style="italic dim")


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
    if len(line.plain) <= out.width or " " not in line.plain.strip():
        # An address stays in one piece, so that it can be clicked and copied.
        out.print(line, soft_wrap=True)
        return
    pieces = line[lead:].wrap(out, max(out.width - lead - HANGING, NARROWEST))
    for number, piece in enumerate(pieces):
        piece.rstrip()
        out.print(Text(" " * (lead + (HANGING if number else 0))).append_text(piece))
