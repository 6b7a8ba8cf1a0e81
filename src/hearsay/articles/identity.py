"""Names that stay: an article's key, and the version of its text."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hearsay.articles.fold import fold

_DIGITS = 16
# Parameters that say how a reader came, not what is read.
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|yclid|mc_[ce]id|ref|ref_src|source|cmpid|ocid|spm|share|amp)", re.IGNORECASE
)


def canonical_url(url: str) -> str | None:
    """``url`` as one article has it: https, lower-case host without ``www.`` or ``m.``, no fragment, no tracking
    parameters, no trailing slash. None where it is no web address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    host = re.sub(r"^(?:www|m|mobile|amp)\.(?=.*\.)", "", parts.hostname.lower())
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k)])
    netloc = host if port in (None, 80, 443) else f"{host}:{port}"
    return urlunsplit(("https", netloc, parts.path.rstrip("/"), query, ""))


def key_of(url: str | None, outlet: str | None, agency_id: str | None, text: str) -> str:
    """The article's key: ``url-…``, else ``agency-…`` (outlet and its number), else ``text-…``."""
    canonical = canonical_url(url) if url else None
    if canonical:
        return "url-" + _short(canonical)
    if outlet and agency_id:
        return "agency-" + _short(f"{fold(outlet)}\0{agency_id}")
    return "text-" + _short(text)


def version_of(text: str) -> str:
    """The hash of the text, short."""
    return _short(text)


def sha256_of(content: bytes) -> str:
    """SHA-256 of the raw bytes, in full."""
    return hashlib.sha256(content).hexdigest()


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
