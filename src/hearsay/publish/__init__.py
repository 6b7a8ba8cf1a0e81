"""The ways out: takes Codings or a Dataset, gives text or bytes, one module per format, with one redactor before all.

Every format is a pure function that gives pieces to be written as they come: of Codings, or of a Publication, which is
a dataset under one estimate rule. The redactor (:mod:`hearsay.publish.redact`) runs inside the ones and in the making
of the other, so that no caller can forget it. Words from the page are made harmless for where they go: no line of JSON
Lines can be split, no cell can start a formula, no terminal takes an order from an article. Columns are data, with type
and meaning (:mod:`hearsay.publish.columns`): files and the data dictionary are made from the same lines.
"""
