"""The kinds of nouns, as `arabnews_entities` tells them, that may say something."""

from __future__ import annotations

from typing import Final

SPEAKERS: Final = frozenset({"person", "role", "organization", "collective"})
PLACES_TOO: Final = SPEAKERS | {"place"}
"""A place may stand for who governs it."""
NO_GROUPS: Final = SPEAKERS - {"collective"}
"""Kinds of whom each is one, be it a body."""
PEOPLE: Final = SPEAKERS - {"organization"}
