"""How good a model folder is on annotated texts, field by field: figures with intervals, confusions, worst errors.

Runs the model as it ships (onnxruntime, int8), not the network that was trained.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.reading.model.decode import log_softmax
from hearsay.reading.model.labels import HEADS, LAYERS, LINKS, head_columns, layer_columns
from hearsay.reading.model.session import Session
from hearsay.training.examples import Example
from hearsay.training.items import Item, Range, items
from hearsay.training.measure import Score, interval, layer_score, macro_f1
from hearsay.training.prediction import Prediction, shipped

_LAYER_COLUMNS, _HEAD_COLUMNS = layer_columns(), head_columns()


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision on a text: ``field``, what is right, what was said, how sure, and in which words."""

    field: str
    gold: str
    said: str
    likely: float
    """The probability given to what was said."""
    where: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """For each text its counts by span layer, and every decision on fields and links."""

    spans: dict[str, list[Score]]
    judged: list[list[Judged]]

    def span_rows(self) -> Iterator[tuple[str, Score, tuple[float, float]]]:
        """Layer, its score over all texts, the interval of F1."""
        for name, scores in self.spans.items():
            if sum(s.gold for s in scores):

                def f1(chosen: Sequence[int], scores: list[Score] = scores) -> float:
                    return total([scores[k] for k in chosen]).f1

                yield name, total(scores), interval(scores, f1)

    def field_rows(self) -> Iterator[tuple[str, int, float, tuple[float, float]]]:
        """Field, decisions, macro F1, its interval."""
        for name in dict.fromkeys(j.field for text in self.judged for j in text):
            texts = [[j for j in text if j.field == name] for text in self.judged]

            def figure(chosen: Sequence[int], texts: list[list[Judged]] = texts) -> float:
                found = [j for k in chosen for j in texts[k]]
                return macro_f1([j.gold for j in found], [j.said for j in found])[0]

            yield name, sum(map(len, texts)), figure(range(len(texts))), interval(texts, figure)

    def confusions(self, field: str) -> list[tuple[tuple[str, str], int]]:
        """(gold, said) of a field's errors, the commonest first."""
        wrong = Counter(
            (j.gold, j.said) for text in self.judged for j in text if j.field == field and j.gold != j.said
        )  # fmt: skip
        return sorted(wrong.items(), key=lambda entry: (-entry[1], entry[0]))

    def worst(self, most: int) -> list[Judged]:
        """The errors that the model was surest of."""
        wrong = [j for text in self.judged for j in text if j.gold != j.said]
        return sorted(wrong, key=lambda j: (-j.likely, j.where, j.field))[:most]

    def calibration(self, bins: int = 10) -> tuple[float, list[tuple[float, float, int]]]:
        """Expected calibration error, and for each bin the mean probability, the share right and the number."""
        every = [j for text in self.judged for j in text]
        rows: list[tuple[float, float, int]] = []
        for k in range(bins):
            found = [j for j in every if min(int(j.likely * bins), bins - 1) == k]
            if found:
                right = sum(j.gold == j.said for j in found) / len(found)
                rows.append((sum(j.likely for j in found) / len(found), right, len(found)))
        error = sum(n * abs(likely - right) for likely, right, n in rows) / max(1, len(every))
        return error, rows


def total(scores: Sequence[Score]) -> Score:
    """Over several texts."""
    return Score(sum(s.right for s in scores), sum(s.predicted for s in scores), sum(s.gold for s in scores))


def evaluate(session: Session, examples: Sequence[Example]) -> Evaluation:
    """Judge every example; fields and links are judged on the gold triggers and spans."""
    counts: dict[str, list[Score]] = {layer.name: [] for layer in LAYERS}
    judged: list[list[Judged]] = []
    for example in examples:
        cut = items([example], session.pieces, longest=session.card.longest, joined=session.card.joined)
        per = {layer.name: Score(0, 0, 0) for layer in LAYERS}
        found: list[Judged] = []
        for item, said in zip(cut, shipped(session, cut), strict=True):
            for number, gold in item.tags:
                name = LAYERS[number].name
                per[name] = total([per[name], layer_score(gold, said.tags[:, _LAYER_COLUMNS[name]])])
            found += [*_fields(item, said, example.text), *_links(item, said, example.text)]
        judged.append(found)
        for name, score in per.items():
            counts[name].append(score)
    return Evaluation(counts, judged)


def _fields(item: Item, said: Prediction, text: str) -> Iterator[Judged]:
    """Where the corpus is exact: one right class."""
    for event, scores in zip(item.events, said.events, strict=True):
        for name, right in event.right:
            if len(right) > 1:
                continue
            likely = np.exp(log_softmax(scores[_HEAD_COLUMNS[name]]))
            best = int(likely.argmax())
            field = name if event.trigger else f"{name} of the sentence"
            words = _words(item, event.trigger or event.sentence, text)
            yield Judged(field, HEADS[name][right[0]], HEADS[name][best], float(likely[best]), words)


def _links(item: Item, said: Prediction, text: str) -> Iterator[Judged]:
    names = ("apart", "linked")
    for link, score in zip(item.links, said.links.tolist(), strict=True):
        likely = float(1 / (1 + np.exp(-abs(score))))
        words = f"{_words(item, link.source, text)} + {_words(item, link.target, text)}"
        yield Judged(f"link to {LINKS[link.role]}", names[link.right], names[score > 0], likely, words)


def _words(item: Item, pieces: Range, text: str) -> str:
    """The words of a range of pieces, in brackets within a few words to each side."""
    inside = [k for k, first in enumerate(item.firsts[:-1]) if pieces[0] <= first < pieces[1]]
    spans_ = [word.span for word in item.window.words]
    before, after = spans_[max(0, inside[0] - 6)][0], spans_[min(len(spans_) - 1, inside[-1] + 6)][1]
    start, end = spans_[inside[0]][0], spans_[inside[-1]][1]
    return " ".join(f"{text[before:start]}[{text[start:end]}]{text[end:after]}".split())
