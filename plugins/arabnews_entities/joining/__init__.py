"""Joins all mentions of one entity: names in part, respelt or in Latin letters, and roles."""
