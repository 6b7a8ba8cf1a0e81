"""Corpora in, examples out: one small loader for each corpus and each form of a user's own annotations.

Takes files that the user has; nothing of any corpus is part of this repository.
"""
