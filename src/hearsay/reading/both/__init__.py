"""Rules and model side by side: what both found, as one reading.

Takes what the rules found and what the trained model marked; gives one list of events, of attributions, of entities.
"""
