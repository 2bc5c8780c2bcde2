"""Brings case files and the fixture `parse`."""

pytest_plugins = ["arabnews.testing.pytest_plugin"]
