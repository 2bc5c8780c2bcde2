"""Loads a stanza pipeline for Arabic from the disk, and never from anywhere else."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from arabnews.corpus.extras import load_extra
from arabnews.errors import MissingModelError

EXTRA: Final = "stanza"
PURPOSE: Final = "finding names by stanza"
MODEL: Final = "models of stanza for Arabic"
PROCESSORS: Final = "tokenize,mwt,ner"


@cache
def load_tagger(model: str | None, *, use_gpu: bool) -> Any:
    """Return the pipeline of the models in a folder, or in stanza's own; loaded once a process.

    Raises:
        MissingExtraError: stanza is not installed.
        MissingModelError: the models are not there.
    """
    stanza = load_extra("stanza", EXTRA, PURPOSE)
    place = {} if model is None else {"model_dir": model}
    try:
        return stanza.Pipeline(
            "ar", processors=PROCESSORS, download_method=None, use_gpu=use_gpu, verbose=False, **place
        )
    except FileNotFoundError as error:
        # stanza has several errors of its own for this, all of this kind
        where = model if model is not None else "the folder of stanza"
        raise MissingModelError(MODEL, where, _command(model)) from error


def _command(model: str | None) -> str:
    place = "" if model is None else f", model_dir={model!r}"
    return f"""python -c "import stanza; stanza.download('ar', processors='{PROCESSORS}'{place})\""""
