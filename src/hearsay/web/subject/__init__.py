"""Somebody or something that incidents have in common: an actor, a place, an outlet, an origin."""
