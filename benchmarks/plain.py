"""What a message would be as the barest pydantic model: its objects, and no rule for what is in
them. No message that is a pydantic model, whoever writes it, is read and written faster.
"""

import builtins
import types
import typing
from enum import Enum
from types import GenericAlias, NoneType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, Field, create_model

from pilotwire.ocpp.base import WireModel


def plain(kind: type[WireModel]) -> type[BaseModel]:
    """The same fields, nested as deeply: texts, numbers and instants of any length and size."""
    fields: dict[str, Any] = {
        name: (
            _bare(field.annotation),
            Field(alias=field.alias or name, default=... if field.is_required() else None),
        )
        for name, field in kind.model_fields.items()
    }
    return create_model(kind.__name__, **fields)


def _bare(annotation: Any) -> Any:
    match get_origin(annotation), get_args(annotation):
        case builtins.tuple, (item, *_):
            return GenericAlias(list, (_bare(item),))
        case ((types.UnionType | typing.Union), parts):
            (present,) = (part for part in parts if part is not NoneType)
            return _bare(present) | None
        case typing.Annotated, (kind, *_):
            return _bare(kind)
        case _:
            return _bare_type(annotation)


def _bare_type(kind: type[Any]) -> type[Any]:
    if issubclass(kind, WireModel):
        return plain(kind)
    return str if issubclass(kind, Enum) else kind
