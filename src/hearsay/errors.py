"""What can go wrong, for people: what it was, in which input, and what to do.

    HearsayError
    ├── InputError      a page, file or record that cannot be read or holds no article
    ├── DataError       reference data (gazetteer, registry, codebook, model) missing or damaged
    ├── StoreError      the database cannot be opened, read or written, or has not what was asked for
    └── OutputError     a result that cannot be written

Each carries a stable kebab-case ``code``. ``docs/`` lists the codes; a code, once released, keeps its meaning.
"""

from __future__ import annotations


class HearsayError(Exception):
    """Base of all errors that Hearsay raises on purpose."""

    def __init__(self, code: str, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        """``where`` names the input (a path, a URL, a path and line); ``hint`` says what to do about it."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: ``where: message [code]. hint``."""
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message} [{self.code}].{advice}"


class InputError(HearsayError):
    """A page, file or record cannot be read or holds no article. Never stops the other inputs."""


class DataError(HearsayError):
    """Reference data is missing or damaged; nothing can be coded without it."""


class StoreError(HearsayError):
    """The database cannot be opened, read or written, or does not have what was asked for."""


class OutputError(HearsayError):
    """A result cannot be written."""
