"""What a reporting clause tells beside: through which channel, when and to whom.

`channels` reads the channel by its `channel_words`, `channel_outlets` and `channel_papers`; `announced` hears it before
anything is said, `channel_turns` carries it from turn to turn; `attributes` read date and addressee.
"""
