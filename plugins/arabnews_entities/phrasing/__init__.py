"""Noun phrases: offices, bodies and places, and whom they name."""
