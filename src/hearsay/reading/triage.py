"""Is there anything about conflict in this article? A look at its words alone, before it is read in full.

For batches of mixed news, to pass over what is about something else. It is made to let too much through: an article is
read when any sentence of it speaks plainly of conflict or of acts between states and groups (with most of its words,
where the others speak of something else), and when one may speak of them and the others do not speak of something else.
Where completeness is the rule, every article is read and this is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

LONGEST = 40
"""Words in a stretch: a sentence, or as much of it."""
PLAIN = 450
"""From this score on one sentence is enough, whatever the others say."""
DENSE = 50
"""What its known words must score on average where the others speak of something else: many weak words are no news."""
OTHERWISE = -80
"""What a sentence of something else counts at most against those that may speak of conflict."""
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[.!?;:]+[\"”’)\]]*\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Triage:
    """A weight for each telling word (hundredths of a logit, whole, so that sums are exact); other words weigh nothing.

    Made by ``benchmarks/triage.py``.
    """

    weights: Mapping[str, int]
    threshold: int

    def scores(self, text: str) -> list[int]:
        """The sum of the weights of different words, for each sentence; a 0 at the end, so that there always is one."""
        return [self._score(stretch) for stretch in stretches(text, self.weights)]

    def _score(self, stretch: frozenset[str]) -> int:
        return sum(map(self.weights.__getitem__, stretch))

    def wants(self, text: str) -> bool:
        """Whether the article is worth reading in full.

        A sentence says so plainly, or one reaches the threshold and all together do not say otherwise.
        """
        told = [(self._score(stretch), len(stretch)) for stretch in stretches(text, self.weights)]
        if sum(max(score, OTHERWISE) for score, _ in told) < 0:
            return any(score >= max(PLAIN, DENSE * words) for score, words in told)
        return max(told)[0] >= self.threshold


def stretches(text: str, known: Container[str]) -> Iterator[frozenset[str]]:
    """The different known words of each stretch of ``text``; an empty one at the end, so that there always is one."""
    for sentence in _END.split(text.lower()):
        words = _WORD.findall(sentence)
        for begin in range(0, len(words), LONGEST):
            yield frozenset(word for word in words[begin : begin + LONGEST] if word in known)
    yield frozenset()


@cache
def triage() -> Triage:
    """The one that ships: ``triage.tsv``, a threshold and then a word and its weight in each line."""
    lines = (resources.files("hearsay.reading") / "triage.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return Triage({word: int(weight) for word, weight in pairs[1:]}, threshold=int(pairs[0][1]))
