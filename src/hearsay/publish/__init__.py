"""The ways out: takes Codings, gives text, one module per format, with one redactor before them all.

Every format is a pure function from Codings to pieces of text that can be written as they come. The
redactor (:mod:`hearsay.publish.redact`) runs inside each of them, so that no caller can forget it. Words from
the page are made harmless for where they go: no line of JSON Lines can be split, no CSV cell can start a
formula, no terminal takes an order from an article.
"""
