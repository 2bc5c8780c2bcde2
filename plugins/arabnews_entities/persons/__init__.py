"""Finds where people are named, and their names whole."""
