"""Corpora: archives of articles as tables, in one process, in many, and in engines.

Needs the extra `arabnews[arrow]`, which is imported by the first call that needs it.
"""

from arabnews.corpus.batch import extract_batch, record_schema, table_schemas, to_rejects, to_tables
from arabnews.corpus.schema import SCHEMA, TABLES

__all__ = [
    "SCHEMA",
    "TABLES",
    "extract_batch",
    "record_schema",
    "table_schemas",
    "to_rejects",
    "to_tables",
]
