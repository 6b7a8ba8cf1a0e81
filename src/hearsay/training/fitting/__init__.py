"""Fitting the reader with torch: examples and an encoder's folder in, a model folder out.

Everything that needs torch lies here and nowhere else; nothing outside :mod:`hearsay.training` imports it.
"""
