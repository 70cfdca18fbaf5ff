"""The glossary: the words of the trade on their page, and the labels of other pages that lead there."""

from functools import cache

from django.utils.translation import get_language, override

from sodertorn.swedish import sort_key
from sodertorn.words import sentence_case
from sodertorn.words_of_the_trade import GROUPS, Word


def order(word: dict) -> str:
    return sort_key(word["term"])


def glossary_page() -> list[dict]:
    """The words in their groups, each group in the order of the reader's alphabet; in English with the Swedish word."""
    return [{"name": name, "words": sorted(map(told, words), key=order)} for name, words in GROUPS]


def told(word: Word) -> dict:
    with override("sv"):
        swedish = str(word.term)
    english = get_language() == "en"
    return {
        "key": word.key,
        "term": sentence_case(str(word.term)),
        "swedish": swedish if english else "",
        "means": word.means,
    }


def word_of(label: str) -> str:
    """Which word a label is explained by; empty for a label that explains itself."""
    return labels(get_language()).get(str(label).casefold(), "")


@cache
def labels(language: str) -> dict[str, str]:
    """The key of each label's word, in one language."""
    words = [word for _name, group in GROUPS for word in group]
    return {str(label).casefold(): word.key for word in words for label in word.labels}
