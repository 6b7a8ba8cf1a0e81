"""Making the reader: the annotated reports it learns from, and (later) training and evaluation.

Takes the files under ``training/data``; gives :class:`~hearsay.training.annotated.Annotated` reports in the
contract's own records, so that a user's contract JSON Lines and our reports are read alike.
"""
