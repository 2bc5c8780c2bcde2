"""What is remembered: each key has its value, few are kept, and those that are asked for again stay."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from arabnews.remember import Memory


@given(st.lists(st.integers(0, 12), max_size=60), st.integers(0, 9))
def test_each_key_has_its_value_and_few_are_kept(keys: list[int], most: int) -> None:
    memory: Memory[int, int] = Memory(lambda key: key * 7, most)
    for key in keys:
        assert memory[key] == key * 7
        assert len(memory) <= max(1, most // 2)


def test_what_is_asked_for_again_is_worked_out_once() -> None:
    asked: Counter[int] = Counter()

    def work(key: int) -> int:
        asked[key] += 1
        return key

    memory = Memory(work, 8)
    for rare in range(100, 200):
        assert (memory[1], memory[rare]) == (1, rare)
    assert asked[1] == 1
    assert max(asked.values()) == 1
    assert memory[100] == 100
    assert asked[100] == 2, "a key that was not asked for since two halves is forgotten"
