"""One file a step: NUMBER_what_it_does.py."""
