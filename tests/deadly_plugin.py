"""A plugin over which a process dies, raises, or finds what no table holds: for tests of runs."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from arabnews import Embed, Span, hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arabnews import Article

DEADLY = "سطر قاتل"
FAILING = "سطر عاثر"
COUNTLESS = "سطر لا يعد"


@hookimpl
def find_embeds(article: Article) -> Iterator[Embed]:
    if article.text.startswith(DEADLY):
        os.kill(os.getpid(), signal.SIGKILL)
    if article.text.startswith(FAILING):
        msg = "the plugin failed"
        raise RuntimeError(msg)
    if article.text.startswith(COUNTLESS):
        yield Embed("x", Span.cut(article.text, 0, 4), likes=10**30)
