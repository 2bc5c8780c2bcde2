"""Another clock and time zone, to see whether a plugin asks them."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_AHEAD: Final = 4_000 * 86_400 + 5 * 3_600
"""Seconds: another year, month, day of the month, weekday and hour."""

_ZONE: Final = "XXX-13:45"
"""A zone far from any that this runs in, in the notation of POSIX, which needs no tables."""

_TIME: Final = time.time
_TIME_NS: Final = time.time_ns
_LOCALTIME: Final = time.localtime
_GMTIME: Final = time.gmtime
_STRFTIME: Final = time.strftime
_CTIME: Final = time.ctime
_DATE: Final = dt.date
_DATETIME: Final = dt.datetime


def _time() -> float:
    return _TIME() + _AHEAD


def _time_ns() -> int:
    return _TIME_NS() + _AHEAD * 10**9


def _localtime(seconds: float | None = None) -> time.struct_time:
    return _LOCALTIME(_time() if seconds is None else seconds)


def _gmtime(seconds: float | None = None) -> time.struct_time:
    return _GMTIME(_time() if seconds is None else seconds)


def _strftime(form: str, moment: Any = None) -> str:
    return _STRFTIME(form, _localtime() if moment is None else moment)


def _ctime(seconds: float | None = None) -> str:
    return _CTIME(_time() if seconds is None else seconds)


class _Likewise(type):
    """The type of stand-ins: what is an instance of the real class is one of the stand-in too."""

    real: type

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.real)

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, cls.real)


class _Date(dt.date, metaclass=_Likewise):
    real = _DATE

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:  # every value that is made is a real one
        return _DATE(*args, **kwargs)

    @classmethod
    def today(cls) -> Any:
        return _DATE.fromtimestamp(_time())


class _Datetime(dt.datetime, metaclass=_Likewise):
    real = _DATETIME

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return _DATETIME(*args, **kwargs)

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        return _DATETIME.fromtimestamp(_time(), tz)

    @classmethod
    def today(cls) -> Any:
        return cls.now()

    @classmethod
    def utcnow(cls) -> Any:
        return _DATETIME.fromtimestamp(_time(), dt.UTC).replace(tzinfo=None)


_STAND_INS: Final = (
    (_TIME, _time),
    (_TIME_NS, _time_ns),
    (_LOCALTIME, _localtime),
    (_GMTIME, _gmtime),
    (_STRFTIME, _strftime),
    (_CTIME, _ctime),
    (_DATE, _Date),
    (_DATETIME, _Datetime),
)


@contextmanager
def other_clock() -> Iterator[None]:
    """Put clock and time zone elsewhere, in every module that is loaded.

    A module that asked the clock when it was imported has its answer already; values kept in closures and default
    arguments are out of reach.
    """
    stand_ins = {id(real): stand_in for real, stand_in in _STAND_INS}
    changed: list[tuple[dict[str, Any], str, Any]] = []
    for name, module in list(sys.modules.items()):
        variables = getattr(module, "__dict__", None)
        if name == __name__ or not isinstance(variables, dict):
            continue
        for variable, value in list(variables.items()):
            if id(value) in stand_ins:
                changed.append((variables, variable, value))
                variables[variable] = stand_ins[id(value)]
    zone = os.environ.get("TZ")
    _set_zone(_ZONE)
    try:
        yield
    finally:
        _set_zone(zone)
        for variables, variable, value in changed:
            variables[variable] = value


def _set_zone(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    if hasattr(time, "tzset"):
        time.tzset()
