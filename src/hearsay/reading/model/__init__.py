"""The trained reader at run time: a text in, scored spans, events and links out, with onnxruntime and numpy alone.

Takes a text with its sentences and a model folder; gives a
:class:`~hearsay.reading.model.read.ModelReading`. It knows nothing of how the model was trained:
``hearsay.training`` writes the folder, this package reads it.
"""
