"""A kit for testing with Arabic news: hypothesis strategies, and checks that every article must pass.

Needs hypothesis, which arabnews itself does not.
"""

from arabnews.testing.invariants import check_article
from arabnews.testing.strategies import articles, texts

__all__ = ["articles", "check_article", "texts"]
