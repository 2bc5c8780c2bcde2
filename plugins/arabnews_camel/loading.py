"""Loads the recogniser of camel-tools from the disk, and never from anywhere else."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from arabnews.corpus.extras import load_extra
from arabnews.errors import MissingModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXTRA: Final = "camel"
PURPOSE: Final = "finding names by camel-tools"
CATALOGUE: Final = "the catalogue of camel-tools"
MODEL: Final = "a model of names for camel-tools"
COMMAND: Final = "camel_data -i ner-arabert"


class Recognizer(Protocol):
    """What predicts labels as `camel_tools.ner.NERecognizer` does."""

    def predict(self, sentences: list[list[str]], batch_size: int = ...) -> Sequence[Sequence[str]]:
        """Return for each sentence of words the label of each word: "B-PERS", "I-PERS", "B-LOC", … or "O"."""


@cache
def load_recognizer(model: str | None, *, use_gpu: bool) -> Any:
    """Return the recogniser of a folder, or of the model that camel-tools itself has fetched; loaded once a process.

    Raises:
        MissingExtraError: camel-tools is not installed.
        MissingModelError: the folder holds no model, or camel-tools has fetched none.
    """
    load_extra("camel_tools", EXTRA, PURPOSE)
    catalogue = data_folder() / "catalogue.json"
    if not catalogue.is_file():
        # camel-tools downloads it as soon as its recogniser is imported, whatever model is wanted
        raise MissingModelError(CATALOGUE, str(catalogue), COMMAND)
    ner = load_extra("camel_tools.ner", EXTRA, PURPOSE)
    folder = Path(model) if model is not None else _fetched_model()
    # a name that is no folder would be looked for on a hub
    if not (folder / "config.json").is_file():
        raise MissingModelError(MODEL, str(folder), COMMAND)
    return ner.NERecognizer(str(folder), use_gpu=use_gpu)


def _fetched_model() -> Path:
    data = load_extra("camel_tools.data", EXTRA, PURPOSE)
    return Path(data.CATALOGUE.get_dataset("NamedEntityRecognition").path)


def data_folder() -> Path:
    """Return the folder where camel-tools keeps its data, by its own rule (camel_tools/data/catalogue.py, 1.6)."""
    told = os.environ.get("CAMELTOOLS_DATA")
    if told is not None:
        return Path(told).expanduser().absolute()
    return Path.home() / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")
