"""Tables -> values of the models: which key fills which field, and how it is read, stands in the key's row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields as fields_of
from functools import cache
from typing import Any, ClassVar, Protocol, TypeVar

from .fields import Fields


class _Model(Protocol):
    """Any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=_Model)


def build(model: type[T], fields: Fields, **given: object) -> T:
    """A value of the model out of a table. given: the fields that take more than their key to know.

    A field whose key is missing or empty has the model's default. A test makes sure that kinds and types agree.
    """
    names = _names(model)
    said = [key for key in fields.rows if fields.entry(key.name) and key.field in names and key.field not in given]
    read = {key.field: fields.value(key) for key in said}
    make: Callable[..., T] = model
    return make(**{name: value for name, value in read.items() if value not in ("", None)}, **given)


@cache
def _names(model: type[_Model]) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(model))
