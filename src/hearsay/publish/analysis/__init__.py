"""The answers of :mod:`hearsay.analysis` on their way out: as tables for people, CSV, JSON and GeoJSON.

They are made from what a publication says (:func:`hearsay.publish.analysis.answer.said`), which is redacted.
"""
