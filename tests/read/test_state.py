"""The data that pages carry for their scripts, in all the ways of carrying it."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.dom import parse
from jobfinder.read.feed_item import Setting
from jobfinder.read.records import read
from jobfinder.read.state import values

JOBS: dict[str, Any] = {
    "jobs": [
        {"id": 7, "title": "Head Gardener", "url": "/careers/7", "location": "Malmö, Sweden"},
        {"id": 8, "title": 'Cook </b> "O\'Hara" é', "url": "/careers/8", "location": "Turin, Italy"},
    ]
}
SOURCE = json.dumps(JOBS).replace("</", "<\\/")
QUOTED = SOURCE.replace("\\", "\\\\").replace("'", "\\'")
TITLES = ["Head Gardener", 'Cook "O\'Hara" é']


def titles(markup: str) -> list[str]:
    document = parse(f"<html><body>{markup}</body></html>", "https://fernbrook.example/careers")
    setting = Setting(url=document.url)
    found = (read(value, setting) for value in values(document))
    return next(([post.title for post in one.postings] for one in found if one), [])


def flight(*rows: str) -> str:
    """Rows as React's server streams them, cut at odd places."""
    stream = "".join(f"{row}\n" for row in rows)
    pieces = [stream[start : start + 50] for start in range(0, len(stream), 50)]
    return "".join(
        f"<script>self.__next_f.push([1,{json.dumps(one)}])</script>".replace("</b>", "<\\/b>") for one in pieces
    )


def flat(value: Any) -> list[Any]:
    """The value as Nuxt writes it: one list, in which objects and lists point at their parts by number."""
    out: list[Any] = []

    def add(part: Any) -> int:
        place = len(out)
        out.append(None)
        if isinstance(part, dict):
            out[place] = {key: add(one) for key, one in part.items()}
        elif isinstance(part, list):
            out[place] = [add(one) for one in part]
        else:
            out[place] = part
        return place

    add(value)
    return out


def turbo(value: Any) -> list[Any]:
    """The value as React Router streams it: names point at texts, too."""
    out = flat(value)
    for place, part in enumerate(out):
        if isinstance(part, dict):
            out[place] = {f"_{len(out) + number}": one for number, one in enumerate(part.values())}
            out += part.keys()
    return out


@pytest.mark.parametrize(
    "markup",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{{"props": {{"pageProps": {SOURCE}}}}}</script>',
        f"<script>window.__INITIAL_STATE__ = {SOURCE};</script>",
        f"<script>var a = 1; (function(){{ window.app={{}}; window.app.state={SOURCE} }})()</script>",
        f"<script>window.__remixContext = {{'a': 1}}; window.__data={SOURCE};</script>",
        f"<script>render({json.dumps(SOURCE)}); var s = JSON.parse({json.dumps(SOURCE)});</script>",
        f"<script>var s = JSON.parse('{QUOTED}');</script>",
        f'<div id="app" data-page="{html.escape(json.dumps({"props": JOBS}))}"></div>',
        f'<jobs-list :jobs="{html.escape(json.dumps(JOBS["jobs"]))}"></jobs-list>',
        flight('0:["$","$L1",null,{}]', f'1:["$","div",null,{{"children":["$","$L2",null,{json.dumps(JOBS)}]}}]'),
        f'<script type="application/json" id="__NUXT_DATA__">{json.dumps(flat({"data": JOBS}))}</script>',
        "<script>window.__reactRouterContext.streamController.enqueue("
        f"{json.dumps(json.dumps(turbo({'loaderData': JOBS})))});</script>",
    ],
)
def test_ways_of_carrying_data(markup: str) -> None:
    assert titles(markup.replace("Cook </b>", "Cook <\\/b>") if "script" in markup else markup) == TITLES


def test_streamed_texts_are_put_where_rows_point_at_them() -> None:
    text = "Größe é — " + "You look after forty beds. " * 20
    rows = [{"id": 7, "title": "Head Gardener", "url": "/7", "location": "Malmö", "description": "$3"}]
    size = format(len(text.encode()), "x")
    stream = f"3:T{size},{text}1:{json.dumps({'jobs': rows})}\n"
    markup = f"<script>self.__next_f.push([1,{json.dumps(stream)}])</script>"
    document = parse(markup, "https://fernbrook.example/careers")
    found = [one for value in values(document) if (one := read(value, Setting(url=document.url)))]
    assert found[0].postings[0].description_text == text.strip()


@pytest.mark.parametrize(
    "markup",
    [
        "<script>var title = {not: 'json'}; function job() { return {} }</script>",
        "<script type='text/plain'>{'jobs': 1}</script><script>x={}</script>",
        "<script>JSON.parse('{\"title\": ')</script>",
        '<script>self.__next_f.push([1,"1:[["])</script>',
        '<script type="application/json">{"title": "x"</script>',
        '<p data-props="[1,2"></p>',
    ],
)
def test_what_cannot_be_read_is_nothing(markup: str) -> None:
    assert titles(markup) == []


@given(st.text(max_size=200))
def test_any_script_is_read(source: str) -> None:
    titles(f"<script>job={source}; x={SOURCE[:60]}{source}</script>")
    titles(f"<script>self.__next_f.push([1,{json.dumps(source)}])</script>")
    titles(f"<script type=application/json>{source}</script>")


@given(
    st.lists(
        st.integers(-3, 9) | st.dictionaries(st.text(max_size=3), st.integers(-3, 9)) | st.lists(st.integers(-3, 9))
    )
)
def test_any_flattened_value_is_read(flattened: list[Any]) -> None:
    titles(f"<script type=application/json>{json.dumps([*flattened, {'title': 0, 'a': 0}])}{' ' * 100}</script>")


@pytest.mark.timeout(30)
def test_hostile_scripts_are_read_in_linear_time() -> None:
    for seed in (
        'x={"title":',
        "a=[",
        'x={"job":[1,2,',
        'self.__next_f.push([1,"',
        "JSON.parse('",
        '"job\\',
        "1:T",
        "{",
    ):
        titles(f"<script>job title {seed * (300_000 // len(seed))}</script>")
