"""The stem of a word, as lunr.js makes it on the phone."""

from functools import cache

from lunr.stemmer import porter_stemmer

VOWELS = frozenset("aeiou")
SHORT = 2  # letters: my and by stay
# What the first step takes from behind a last y: crying has one, goodbye and lawyer have none
ENDINGS = frozenset({"", "s", "ed", "ing", "ings"})


@cache
def stem(word: str) -> str:
    """The stem. lunr.py's is other for a last y: money, crying."""
    found = str(porter_stemmer.stem(word))
    last, before = found[-1:], found[-2:-1]
    if last == "i" and before in VOWELS and word[len(found) - 1] == "y":
        return found[:-1] + "y"
    final = word[len(found) :] in ENDINGS
    if last == "y" and final and before not in VOWELS and len(found) > SHORT:
        return found[:-1] + "i"
    return found
