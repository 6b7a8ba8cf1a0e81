"""The API: records as JSON, incidents as OGC API – Features, changes as an Atom feed. All of it under ``/api/``."""
