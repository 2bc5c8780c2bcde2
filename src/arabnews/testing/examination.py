"""Parses many texts in other processes, compares what comes of them, and finds out why it differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from arabnews.testing import apart
from arabnews.testing.clock import other_clock
from arabnews.testing.comparing import difference, signature
from arabnews.testing.elsewhere import signatures_elsewhere
from arabnews.testing.faults import ALONE, CLOCK, ELSEWHERE, LINEAR, NO_EXCEPTION, RIGHT_TYPES, SAME_AGAIN, Fault
from arabnews.testing.fragments import HOSTILE
from arabnews.testing.growth import find_growth
from arabnews.testing.news import generate
from arabnews.testing.probing import Sample
from arabnews.testing.shrinking import smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from arabnews.testing.apart import Send
    from arabnews.testing.growth import Growth
    from arabnews.testing.probing import Probe

_AGAIN = 5
"""How often a text is parsed to see whether it gives the same again."""

_ELSEWHERE = 100
"""How many texts are parsed in a process with another hash seed."""


class Examination:
    """The checks of one probe on its samples. `found` counts what its hooks found in all of them."""

    def __init__(self, probe: Probe, samples: Sequence[Sample], patience: float) -> None:
        """Prepare to examine; `patience` is how many seconds the work on one text may take."""
        self.probe = probe
        self.samples = samples
        self.patience = patience
        self.found: dict[str, int] = {}
        self._signatures: dict[int, bytes] = {}

    # all texts, in order and backwards --------------------------------------------------------------------------------

    def walk(self) -> list[Fault]:
        """Return what goes wrong when all texts are parsed, in order and backwards."""
        order = range(len(self.samples))
        forwards = apart.start(self._forwards, patience=self.patience)
        backwards = apart.start(self._backwards, patience=self.patience)
        faults: list[Fault] = []
        ends: list[Fault] = []
        changing: list[Sample] = []
        second: dict[int, bytes] = {}
        try:
            for index, (digest, shown, same) in self._answers(forwards, order, ends):
                self._signatures[index] = digest
                faults += shown
                if not same:
                    changing.append(self.samples[index])
            if not ends:  # what ends one process ends the other too
                second.update(self._answers(backwards, order[::-1], ends))
        finally:
            forwards.stop()
            backwards.stop()
        shown = [*ends, *self._smallest_of_each(faults)]
        if changing:
            return [*shown, self._changing(changing)]
        differing = [i for i, digest in self._signatures.items() if second.get(i, digest) != digest]
        return [*shown, *self._differing(differing)]

    def _forwards(self, send: Send) -> None:
        for sample in self.samples:
            article, faults = self.probe.look(sample)
            found = dict(self.probe.found)
            again, _ = self.probe.look(sample, deep=False)
            self.probe.found.clear()
            self.probe.found.update(found)
            send((signature(article), faults, article == again))
        send(found)

    def _backwards(self, send: Send) -> None:
        signature(None)
        with other_clock():
            for sample in reversed(self.samples):
                send(self.probe.signature(sample))

    def _answers(self, running: apart.Apart, order: Sequence[int], faults: list[Fault]) -> Iterator[tuple[int, Any]]:
        """Yield each text's number and what a process tells of it; that it ends half way is a fault."""
        answers = iter(running)
        for index in order:
            try:
                yield index, next(answers)
            except (apart.StalledError, apart.DiedError) as error:
                stalled = isinstance(error, apart.StalledError)
                how = f"did not come to an end in {self.patience:g} seconds" if stalled else "ended the whole program"
                faults.append(self._fault(NO_EXCEPTION, f"the work on this text {how}", self.samples[index]))
                return
        self.found = next(answers, self.found)

    def _fault(self, check: str, message: str, sample: Sample, before: str | None = None) -> Fault:
        return Fault(
            check=check,
            plugin=", ".join(self.probe.names),
            hook=None,
            message=message,
            text=sample.text,
            published=sample.published,
            before=before,
        )

    # what one call shows ----------------------------------------------------------------------------------------------

    def _smallest_of_each(self, faults: Sequence[Fault]) -> list[Fault]:
        """Return of the faults that are alike the one on the shortest text, shortened."""
        alike: dict[tuple[str | None, ...], list[Fault]] = {}
        for fault in faults:
            alike.setdefault(_key(fault), []).append(fault)
        return [self._shortened(min(group, key=lambda f: len(f.text or "")), len(group)) for group in alike.values()]

    def _shortened(self, fault: Fault, count: int) -> Fault:
        def shown(text: str) -> Fault | None:
            _, faults = self.probe.look(Sample(text, fault.published))
            return next((f for f in faults if _key(f) == _key(fault)), None)

        def shorten(send: Send) -> None:
            send(smallest(fault.text or "", lambda text: shown(text) is not None))

        text = self._ask(shorten, fault.text)
        # in a process that has seen nothing else: a fault that depends on what was before stays on its own text
        found = self._ask(lambda send: send(shown(text or "")), None)
        return evolve(found or fault, count=count)

    def _ask(self, task: Callable[[Send], None], otherwise: Any) -> Any:
        """Return the answer of another process, or something else where it does not come."""
        try:
            return apart.first_answer(task, patience=4 * self.patience)
        except (apart.StalledError, apart.DiedError):
            return otherwise

    # what several calls show ------------------------------------------------------------------------------------------

    def _changing(self, changing: Sequence[Sample]) -> Fault:
        """Return the fault of a plugin that gives different results for one text in one process."""
        sample = min(changing, key=lambda sample: len(sample.text))

        def shown(text: str) -> str | None:
            first, _ = self.probe.look(Sample(text, sample.published), deep=False)
            others = (self.probe.look(Sample(text, sample.published), deep=False)[0] for _ in range(_AGAIN))
            return next((told for other in others if (told := difference(first, other))), None)

        def apart_shown(text: str) -> str | None:
            # each in a process of its own, so that no try changes the next
            told: str | None = self._ask(lambda send: send(shown(text)), None)
            return told

        text = smallest(sample.text, lambda text: apart_shown(text) is not None, tries=150)
        told = apart_shown(text)
        message = f"parsed again, the same text gives something else; {told or 'not at every time'}"
        return evolve(self._fault(SAME_AGAIN, message, Sample(text, sample.published)), count=len(changing))

    def _differing(self, differing: Sequence[int]) -> list[Fault]:
        """Return why texts give something else backwards and under another clock: the first reason that is found."""
        if not differing:
            return []
        index = min(differing, key=lambda i: len(self.samples[i].text))
        fault = self._clock(index) or self._memory(index)
        if fault is None:
            message = "two processes that start alike give different results"
            fault = self._fault(SAME_AGAIN, message, self.samples[index])
        return [evolve(fault, count=len(differing))]

    def _clock(self, index: int) -> Fault | None:
        sample = self.samples[index]

        def shown(text: str) -> str | None:
            here, _ = self.probe.look(Sample(text, sample.published), deep=False)
            with other_clock():
                there, _ = self.probe.look(Sample(text, sample.published), deep=False)
            return difference(here, there)

        def task(send: Send) -> None:
            signature(None)
            if shown(sample.text) is None:
                send(None)
                return
            text = smallest(sample.text, lambda text: shown(text) is not None, tries=150)
            send((text, shown(text)))

        answer = self._ask(task, None)
        if answer is None:
            return None
        text, told = answer
        message = (
            f"on another day, in another time zone, the same text gives something else; {told}.\n"
            "Read relative dates from article.published, and never from the clock."
        )
        return self._fault(CLOCK, message, Sample(text, sample.published))

    def _memory(self, index: int) -> Fault | None:
        sample = self.samples[index]
        for before in (self.samples[:index], self.samples[:index:-1]):
            if self._remembers(before, sample):
                culprits = self._culprits(list(before), sample)
                break
        else:
            return None
        if len(culprits) > 1:
            message = f"the result depends on what was parsed before: at least {len(culprits)} texts together matter"
            return self._fault(ALONE, message, sample)
        day = culprits[0].published
        other = smallest(culprits[0].text, lambda t: self._remembers([Sample(t, day)], sample), tries=80)
        text = smallest(
            sample.text, lambda t: self._remembers([Sample(other, day)], Sample(t, sample.published)), tries=80
        )
        short = Sample(text, sample.published)
        told = self._told(Sample(other, day), short)
        message = (
            f"the result depends on what was parsed before; {told or 'something else is found'}.\n"
            "Keep nothing in the module or the object that an article writes to."
        )
        return self._fault(ALONE, message, short, before=other)

    def _remembers(self, before: Sequence[Sample], sample: Sample) -> bool:
        """Tell whether a text gives something else after other texts than in a process that has seen none."""

        def after(send: Send) -> None:
            for other in before:
                self.probe.look(other, deep=False)
            send(self.probe.signature(sample))

        alone = self._ask(lambda send: send(self.probe.signature(sample)), None)
        return bool(self._ask(after, alone) != alone)

    def _culprits(self, before: list[Sample], sample: Sample) -> list[Sample]:
        """Return a part of the texts before, one if possible, that is enough to change the result."""
        while len(before) > 1:
            half = len(before) // 2
            part = next((p for p in (before[half:], before[:half]) if self._remembers(p, sample)), None)
            if part is None:
                break
            before = part
        return before

    def _told(self, before: Sample, sample: Sample) -> str | None:
        """Return what differs, or None where the articles cannot be sent from process to process to be compared."""

        def after(send: Send) -> None:
            self.probe.look(before, deep=False)
            send(self.probe.look(sample, deep=False)[0])

        try:
            alone = self._ask(lambda send: send(self.probe.look(sample, deep=False)[0]), None)
            return difference(alone, self._ask(after, None))
        except RuntimeError:
            return None

    # another process, and growth --------------------------------------------------------------------------------------

    def elsewhere(self) -> list[Fault]:
        """Return the fault of a plugin that gives something else in a process of its own; call `walk` before.

        Raises:
            ElsewhereError: the plugin does not run there.
        """
        few = list(range(0, len(self.samples), max(1, len(self.samples) // _ELSEWHERE)))
        there = signatures_elsewhere(self.probe.plain, [self.samples[i] for i in few])
        differing = [i for i, digest in zip(few, there, strict=True) if self._signatures.get(i, digest) != digest]
        if not differing:
            return []
        sample = self.samples[min(differing, key=lambda i: len(self.samples[i].text))]

        def differs(text: str, *, clock: bool = True) -> bool:
            short = Sample(text, sample.published)
            here = self._ask(lambda send: send(self.probe.signature(short)), b"")
            return bool(signatures_elsewhere(self.probe.plain, [short], clock=clock) != [here])

        seed = differs(sample.text, clock=False)
        why = (
            "with another hash seed (PYTHONHASHSEED) the same text gives something else: sort sets before their order "
            "matters"
            if seed
            else "started on another day, the plugin gives something else: it asks the clock when it is imported"
        )
        text = smallest(sample.text, lambda t: differs(t, clock=not seed), tries=15)
        fault = self._fault(ELSEWHERE if seed else CLOCK, why, Sample(text, sample.published))
        return [evolve(fault, count=len(differing))]

    def growth(self, own: Sequence[str]) -> list[Fault]:
        """Return the first fragment of each hook on which its cost grows faster than the text."""
        news = [f"{article.text}\n" for article in generate(1, 2)]
        fragments = [*(f"{text} " for text in own), *HOSTILE, *news]

        def task(send: Send) -> None:
            self.probe.look(self.samples[-1] if self.samples else Sample("ا"))  # tables are loaded once
            for fragment in fragments:
                send(find_growth(self.probe, fragment))

        grown: dict[str, Growth] = {}
        asked = 0
        running = apart.start(task, patience=4 * self.patience)
        answers = iter(running)
        try:
            while asked < len(fragments) and len(grown) < len(self.probe.names):
                growth = next(answers)
                asked += 1
                if growth:
                    grown.setdefault(growth.plugin, growth)
        except (apart.StalledError, apart.DiedError):
            message = f"{fragments[asked][:80]!r} again and again takes for ever"
            return [self._fault(LINEAR, message, Sample(fragments[asked][:80] * 3))]
        finally:
            running.stop()
        return [Fault(check=LINEAR, plugin=g.plugin, hook=g.hook, message=str(g)) for g in grown.values()]


def _key(fault: Fault) -> tuple[str | None, ...]:
    """Return what faults have in common that are one fault on different texts: exceptions also their type."""
    kind = fault.message.partition(":")[0] if fault.check in {NO_EXCEPTION, RIGHT_TYPES} else None
    return fault.check, fault.plugin, fault.hook, kind
