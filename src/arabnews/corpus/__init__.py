"""Corpora: archives of articles as tables, in one process, in many, and in engines.

Arrow and Parquet need the extra `arabnews[arrow]`, which is imported by the first call that needs it.
"""

from arabnews.corpus.batch import extract_batch, record_schema, table_schemas, to_rejects, to_tables
from arabnews.corpus.fields import Fields
from arabnews.corpus.running import RunOptions, run
from arabnews.corpus.schema import SCHEMA, TABLES
from arabnews.corpus.totals import Totals

__all__ = [
    "SCHEMA",
    "TABLES",
    "Fields",
    "RunOptions",
    "Totals",
    "extract_batch",
    "record_schema",
    "run",
    "table_schemas",
    "to_rejects",
    "to_tables",
]
