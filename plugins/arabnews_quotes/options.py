"""The options of the plugin."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import ge, instance_of, le


@frozen(kw_only=True)
class QuoteOptions:
    """What the plugin is asked to keep.

    Attributes:
        verbatim: keep only what is in the speaker's own words: direct statements and posts.
        min_confidence: keep only statements of at least this confidence, from 0 to 1.

    >>> from arabnews import Pipeline
    >>> pipeline = Pipeline(["quotes"], options={"quotes": {"verbatim": True}})
    >>> [s.content[0].text for s in pipeline("قال المدير إن الجسر جاهز. وأضاف: «سنفتحه غدا».").statements]
    ['سنفتحه غدا']
    """

    verbatim: bool = field(default=False, validator=instance_of(bool))
    min_confidence: float = field(default=0.0, validator=[instance_of((int, float)), ge(0), le(1)])
