"""The answers of :mod:`hearsay.analysis` on their way out: as tables for people, CSV, JSON and GeoJSON.

They are made from a :class:`~hearsay.publish.publication.Publication`, so the redactor has been over them.
"""
