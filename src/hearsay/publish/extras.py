"""Libraries that only some formats need: the extra ``hearsay[export]``."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from hearsay.errors import OutputError


def needed(module: str, for_what: str) -> Any:
    """The module, imported. OutputError ``extra-missing`` where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise OutputError(
            "extra-missing",
            f"{for_what} needs {module.partition('.')[0]}, which is not installed",
            hint="Install it with: pip install 'hearsay[export]'",
        ) from error
