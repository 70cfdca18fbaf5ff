"""Which of what can be found answers best. Pure: what is there and what is asked in, an order out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log, log2

from sodertorn.finding.words import Word, likeness, words


@dataclass(frozen=True)
class Findable:
    """One thing that can be found: a page, or a place on one.

    `label`: what it is. `hidden`: words that people search for and the page does not use.
    `official`: whether the title is words that were adopted. `rank`: how much more such a thing is sought than others.
    """

    title: str
    url: str
    label: str = ""
    text: str = ""
    hidden: str = ""
    rank: float = 1
    title_swedish: bool = False
    text_swedish: bool = False
    official: bool = False


WEIGHTS = {"title": 5, "hidden": 4, "label": 2, "text": 1}


@dataclass
class Hit:
    """What was found, and how well it answers."""

    found: Findable
    likenesses: dict[Word, float] = field(default_factory=dict)
    score: float = 0


def best(findables: Iterable[Findable], asked: list[Word], language: str) -> tuple[list[Hit], bool]:
    """What holds all that is asked for, the best first; when nothing does, what holds any of it.

    The second value tells whether it is all. Of equals the one that came first is first.
    """
    hits = [Hit(one, likenesses(one, asked, language)) for one in findables]
    rarity = {
        word: log(1 + len(hits) / (1 + sum(bool(hit.likenesses[word]) for hit in hits))) for word in asked
    }
    for hit in hits:
        hit.score = hit.found.rank * sum(rarity[word] * like for word, like in hit.likenesses.items())
    whole = [hit for hit in hits if asked and all(hit.likenesses.values())]
    some = whole or [hit for hit in hits if hit.score]
    return once(sorted(some, key=lambda hit: -hit.score)), bool(whole)


def once(hits: list[Hit]) -> list[Hit]:
    """Each place once, as what answers best."""
    found: dict[str, Hit] = {}
    for hit in hits:
        found.setdefault(hit.found.url, hit)
    return list(found.values())


def likenesses(findable: Findable, asked: list[Word], language: str) -> dict[Word, float]:
    """How well each word is found, in the field where it weighs most; in a long text less than in a short one."""
    found = dict.fromkeys(asked, 0.0)
    for name, weight in WEIGHTS.items():
        said = list(words(getattr(findable, name), language))
        worth = weight / (1 + log2(1 + len(said)) / 4)
        distinct = set(said)
        for word in asked:
            like = max((likeness(word, other) for other in distinct), default=0)
            found[word] = max(found[word], worth * like)
    return found
