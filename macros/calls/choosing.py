"""How a call chooses rows: by their names, or by a word in one of their fields."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from macros.records.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class WrongName(LookupError):
    """A page asked for something that does not exist: what it said, and what it could say.

    Nothing can be said where no row is published. `wanted` and `fix` say more than a list would.
    """

    def __init__(self, said: str, valid: Iterable[str], *, wanted: str = "", fix: str = "") -> None:
        self.said, self.valid = said, tuple(valid)
        self.wanted, self.fix = wanted, fix
        super().__init__(f'"{said}" is not known; known are: {", ".join(self.valid)}')


def named(known: Mapping[str, T], names: Iterable[str]) -> list[T]:
    """The rows named, in that order. Raises WrongName for an unknown name, or for none at all."""
    names = tuple(names)
    if not names:
        raise WrongName("", known)
    for name in names:
        if name not in known:
            raise WrongName(name, known)
    return [known[name] for name in names]


def having(known: Mapping[str, R], field: str, words: Iterable[str]) -> list[R]:
    """The rows whose field holds one of the words, word by word. Raises WrongName."""
    shelves: dict[str, list[R]] = {}
    for one in known.values():
        shelves.setdefault(str(getattr(one, field)), []).append(one)
    kinds = {type(getattr(one, field)) for one in known.values()}
    closed = {str(word) for kind in kinds if issubclass(kind, StrEnum) for word in kind}
    words = tuple(words)
    for word in words:
        if word in closed - shelves.keys():
            raise WrongName(word, ())  # a good word of which every row is held back
    return [one for shelf in named(shelves, words) for one in shelf]
