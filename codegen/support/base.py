"""What all generated messages are: immutable, strict, and the same in Python and on the wire.

Python names go into constructors, wire names into `from_wire` and `from_json`, and never the other
way round. An absent field is None in Python and nothing on the wire; JSON null for one is refused.
What is wrong is a pydantic.ValidationError in words of ours (`pilotwire.ocpp.faults`).
What pydantic itself reads and writes, a message within a model of yours for one, has wire names,
and its errors are worded by pydantic.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from inspect import Signature, signature
from math import isfinite
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Generic,
    Self,
    TypeAlias,
    cast,
    dataclass_transform,
)

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    JsonValue,
    PrivateAttr,
    ValidationError,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema
from typing_extensions import TypeVar

__all__ = [
    "Action",
    "AnyJson",
    "AnyRequest",
    "CsmsRequest",
    "DataType",
    "Direction",
    "ExtensibleDataType",
    "Message",
    "Request",
    "Response",
    "ResponseClass",
    "Send",
    "StationRequest",
    "Text",
    "WireModel",
]


if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass

    # All that this adds: type checkers see every model as frozen without being told for each.
    @dataclass_transform(
        kw_only_default=True, frozen_default=True, field_specifiers=(Field, PrivateAttr)
    )
    class _ModelMeta(ModelMetaclass): ...

else:
    _ModelMeta = type(BaseModel)


class WireModel(BaseModel, metaclass=_ModelMeta):
    """A JSON object of OCPP: a message or a part of one."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        # Of the constructor, as signatures and tools see it; whatever else reads or writes is built
        # with wire names.
        validate_by_name=True,
        validate_by_alias=False,
        allow_inf_nan=False,
        hide_input_in_errors=True,  # it may be a password
        protected_namespaces=(),
        defer_build=True,
    )

    if not TYPE_CHECKING:

        def __init__(self, /, **fields: Any) -> None:
            try:
                self.__pydantic_validator__.validate_python(
                    {name: value for name, value in fields.items() if value is not None},
                    self_instance=self,
                    by_alias=False,
                    by_name=True,
                )
            except ValidationError as error:
                raise _in_words(error) from None

        # Tells pydantic that this constructor validates as its own does, so that nested objects
        # are still built without a call into Python.
        __init__.__pydantic_base_init__ = True

        # What pydantic offers besides says what is wrong in the same words.

        def __setattr__(self, name: str, value: Any) -> None:
            try:
                super().__setattr__(name, value)
            except ValidationError as error:
                raise _in_words(error) from None

        def __delattr__(self, name: str) -> None:
            try:
                super().__delattr__(name)
            except ValidationError as error:
                raise _in_words(error) from None

        @classmethod
        def model_validate(cls, obj: Any, **options: Any) -> Self:
            try:
                return super().model_validate(obj, **options)
            except ValidationError as error:
                raise _in_words(error) from None

        @classmethod
        def model_validate_json(cls, json_data: Any, **options: Any) -> Self:
            try:
                return super().model_validate_json(json_data, **options)
            except ValidationError as error:
                raise _in_words(error) from None

        @classmethod
        def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
            try:
                return super().model_validate_strings(obj, **options)
            except ValidationError as error:
                raise _in_words(error) from None

    if TYPE_CHECKING:  # pydantic would evaluate it anew for each class
        _null_is_data: ClassVar[bool] = False
        """Whether a field may hold any JSON, so that null is not the same as absent."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_options: Any) -> None:
        for name, field in cls.model_fields.items():
            if field.default is not None and not field.is_required():
                setattr(cls, name, _Default(name, field.default))
        if cls._null_is_data:
            cls.__hash__ = _hash_with_json  # type: ignore[method-assign, assignment]  # only where needed

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # `X | None = None` says to type checkers that a field may be absent. On the wire absent is
        # not null, so the validator is built for X alone; the constructor leaves out what is None.
        schema: Any = handler(source)
        model = _model(schema)
        model["config"] |= _WIRE_NAMES
        for field in model["schema"]["fields"].values():
            default = field["schema"]
            if default["type"] != "default":
                field["schema"] = _array(default)
                continue
            default["default"] = None  # what the schema says instead is told by `_Default`
            if default["schema"]["type"] == "nullable":
                default["schema"] = default["schema"]["schema"]
            default["schema"] = _array(default["schema"])
        built: CoreSchema = schema
        return built

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        told = handler(schema)
        own = handler.resolve_ref_schema(told)
        # What is read is described with the names of the constructor, what is written is not.
        wire = {name: field.alias or name for name, field in cls.model_fields.items()}
        parts = {wire.get(name, name): part for name, part in own.get("properties", {}).items()}
        for name, field in cls.model_fields.items():
            # None is how Python says absent; to JSON it would be a default that is refused.
            parts[wire[name]].pop("default", None)
            if field.default is not None and not field.is_required():
                parts[wire[name]]["default"] = field.default
        own["properties"] = parts
        if "required" in own:
            own["required"] = [wire.get(name, name) for name in own["required"]]
        return told

    @classmethod
    def from_wire(cls, data: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object.

        Args:
            data: The object with the names of the wire; nothing in it is converted but date-times.

        Raises:
            pydantic.ValidationError: The object breaks the schema. Each error tells the place by
                wire names and, as `type`, the kind of fault.
        """
        try:
            message: Self = cls.__pydantic_validator__.validate_python(data)
        except ValidationError as error:
            raise _in_words(error) from None
        return message

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read JSON text.

        Raises:
            pydantic.ValidationError: The text is no JSON or breaks the schema.
        """
        try:
            message: Self = cls.__pydantic_validator__.validate_json(text)
        except ValidationError as error:
            raise _in_words(error) from None
        return message

    def to_wire(self) -> dict[str, JsonValue]:
        """The JSON object with wire names, without absent fields."""
        unset = self._null_is_data
        wire: dict[str, JsonValue] = self.__pydantic_serializer__.to_python(
            self, mode="json", exclude_unset=unset, exclude_none=not unset
        )
        return wire

    def to_json(self) -> str:
        """The JSON text with wire names, without absent fields and needless blanks."""
        unset = self._null_is_data
        return self.__pydantic_serializer__.to_json(
            self, exclude_unset=unset, exclude_none=not unset
        ).decode()

    def replace(self, **changes: Any) -> Self:
        """A copy with other values for some fields, by Python name; None takes a field out.

        Raises:
            pydantic.ValidationError: The copy would break the schema.
        """
        own = type(self).model_fields
        given = self.model_fields_set - changes.keys()
        kept = {name: self.__dict__[name] for name in given if name in own}
        # Null is data in extensions, and their names may be those of fields or methods.
        extensions = {
            name: value
            for name, value in (self.model_extra or {}).items()
            if name in own or name not in changes
        }
        copy = type(self)(**kept, **changes)
        if copy.model_extra is not None:
            copy.model_extra.update(extensions)
        copy.model_fields_set.update(kept, extensions)
        return copy

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Any:
        """Only what is there: fields that were given, then extensions."""
        return [
            (name, value)
            for name, value in super().__repr_args__()
            if name in self.model_fields_set
        ]


def _in_words(error: ValidationError) -> ValidationError:
    """The error in words of ours; where there is none, nothing of them is loaded."""
    # The generator reads this module before it has written that one.
    from pilotwire.ocpp.faults import in_words

    return in_words(error)


WireModel._null_is_data = False  # pyright: ignore[reportPrivateUsage]  # set here for all


class _Default:
    """Tells the schema's default of a field that is absent.

    The object itself holds None for every absent field, so that none of them is looked up in
    `model_fields_set` to write a message: that takes half of the time.
    """

    __slots__ = ("_default", "_name")

    def __init__(self, name: str, default: Any) -> None:
        self._name = name
        self._default = default

    def __get__(self, message: object | None, _owner: type | None = None) -> Any:
        value = None if message is None else message.__dict__[self._name]
        return self._default if value is None else value

    def __set__(self, message: object, value: Any) -> None:
        # A descriptor that can be set goes before what the object holds.
        raise AttributeError(f"{self._name} cannot be set")


def _hash_with_json(message: WireModel) -> int:
    """The hash of a message that may hold any JSON: of its values, lists and objects too."""
    return hash(tuple(map(_hashable, message.__dict__.values())))


def _hashable(value: JsonValue) -> Hashable:
    match value:
        case list():
            return tuple(map(_hashable, value))
        case dict():
            return frozenset((key, _hashable(item)) for key, item in value.items())
        case _:
            return value


class _Signature:
    """The signature of a model's constructor, with its fields: it is built when first asked for."""

    def __get__(self, message: object | None, owner: type[WireModel]) -> Signature | None:
        if message is not None or owner.__pydantic_complete__:
            return None
        owner.model_rebuild()
        return signature(owner)


# Pydantic gives each class its own once it is built.
WireModel.__signature__ = _Signature()  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]  # made when it is looked at


_WIRE_NAMES = {"validate_by_alias": True, "validate_by_name": False, "serialize_by_alias": True}


def _model(schema: Any) -> Any:
    """The core schema of a model, out of what it is wrapped in."""
    while schema["type"] != "model":
        schema = schema["schema"]
    return schema


def _array(schema: Any) -> Any:
    """A field's core schema, a tuple's counted as a list's and then made a tuple.

    A tuple counts the elements that are valid, and so calls a list with a fault in it too short.
    """
    if schema["type"] != "tuple":
        return schema
    (items,) = schema["items_schema"]
    counted = core_schema.list_schema(
        items, min_length=schema.get("min_length"), max_length=schema.get("max_length")
    )
    # Never strict, so it is read as the first, and written as the second: a tuple.
    return core_schema.lax_or_strict_schema(
        core_schema.no_info_after_validator_function(tuple, counted), schema
    )


_DEEPEST = 128
"""Levels of any JSON: pydantic writes some 250 of them, and reads some 200."""

_NESTING = PydanticCustomError("nesting", "nested too deeply")
_NO_JSON = PydanticCustomError("any_json_type", "nothing that JSON has")
_Place: TypeAlias = tuple[int | str, ...]


class _AnyJsonSchema:
    """Reads any JSON, with the place of what is none: pydantic's own would have types in it."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_read_json)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {}


def _read_json(value: object) -> JsonValue:
    return _held(value, ())


def _held(value: object, place: _Place) -> JsonValue:
    """A copy that nobody else can change."""
    # pydantic reads NaN and 1e400 out of a JSON text and would write them as null; half of a
    # surrogate pair can be read by other readers, but not be written.
    match value:
        case None | bool() | int():
            return value
        case float():
            if not isfinite(value):
                raise _at(place, value, "finite_number")
            return value
        case str():
            _check_text(value, place)
            return value
        case list() | dict() if len(place) == _DEEPEST:
            raise _at(place, cast("object", value), _NESTING)
        case list():
            items = cast("list[object]", value)
            return [_held(item, (*place, index)) for index, item in enumerate(items)]
        case dict():
            members = cast("dict[object, object]", value)
            copy: dict[str, JsonValue] = {}
            for name, item in members.items():
                if not isinstance(name, str):
                    raise _at(place, name, _NO_JSON)
                _check_text(name, place)
                copy[name] = _held(item, (*place, name))
            return copy
        case _:
            raise _at(place, value, _NO_JSON)


def _check_text(text: str, place: _Place) -> None:
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise _at(place, text, "string_unicode") from None


def _at(place: _Place, value: object, fault: str | PydanticCustomError) -> ValidationError:
    """The error that pydantic takes for its own, with the place within what it gave us."""
    faults = [InitErrorDetails(type=fault, loc=place, input=value)]
    return ValidationError.from_exception_data("JSON", faults)


AnyJson: TypeAlias = Annotated[JsonValue, _AnyJsonSchema]
"""Any JSON, where the schema says nothing."""


Text: TypeAlias = Annotated[str, Field(min_length=0)]
"""A text without a limit. That it has one of a kind makes pydantic see whether it can be sent."""


class DataType(WireModel):
    """A part of messages."""


class ExtensibleDataType(DataType):
    """A part of messages that may bear properties of the vendor's own.

    They are kept as they came, in `model_extra`.
    """

    model_config = ConfigDict(extra="allow")

    # As pydantic has it: the type of what is kept.
    __pydantic_extra__: dict[str, AnyJson] = Field(init=False)  # pyright: ignore[reportIncompatibleVariableOverride]  # narrower than pydantic's

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        # Null is a value in there, and is written. An absent part is None and has nothing in it.
        written = core_schema.wrap_serializer_function_ser_schema(
            _with_extensions, when_used="unless-none"
        )
        schema: Any = super().__get_pydantic_core_schema__(source, handler)
        schema["serialization"] = written
        extended: CoreSchema = schema
        return extended


def _with_extensions(value: ExtensibleDataType, handler: Any) -> dict[str, Any]:
    written: dict[str, Any] = handler(value)
    return {**written, **(value.model_extra or {})}


class Message(WireModel):
    """The payload of a frame."""

    if TYPE_CHECKING:
        action: ClassVar[str]
        """The action as the wire names it."""


class Response(Message):
    """The answer to a request of the same action."""


ResponseClass: TypeAlias = type[Response]
"""So that no class body has to look up `type`, which may be the name of a field in it."""

R_co = TypeVar("R_co", bound=Response, covariant=True, default=Response)

if TYPE_CHECKING:

    class Request(Message, Generic[R_co]):
        """A payload that is answered with an `R_co`."""

        _response: ClassVar[type[Response]]

        @classmethod
        def response_type(cls) -> type[R_co]:
            """The class of the answer."""
            ...

    class StationRequest(Request[R_co]):
        """One that a station sends, if not a CSMS as well."""

    class CsmsRequest(Request[R_co]):
        """One that a CSMS sends, if not a station as well."""

else:

    class Request(Message):
        """A payload that is answered; the type argument, for type checkers alone, is the answer."""

        def __class_getitem__(cls, _answer: Any) -> type[Self]:
            # No class is made for each answer, as pydantic would for a generic model.
            return cls

        @classmethod
        def response_type(cls) -> type[Response]:
            """The class of the answer."""
            return cls._response

    class StationRequest(Request):
        """One that a station sends, if not a CSMS as well."""

    class CsmsRequest(Request):
        """One that a CSMS sends, if not a station as well."""


class Send(Message):
    """A payload that is never answered (OCPP 2.1)."""


AnyRequest: TypeAlias = Request[Response]
"""A request, whatever its answer."""


class Direction(Enum):
    """Who sends the request of an action."""

    FROM_STATION = "from station"
    FROM_CSMS = "from CSMS"


@dataclass(frozen=True, slots=True)
class Action:
    """One line of a version's dispatch table."""

    name: str
    """As on the wire: `StartTransaction`."""
    request: type[AnyRequest] | type[Send]
    response: type[Response] | None
    """None where nothing answers."""
    directions: frozenset[Direction]
    block: str
    """Functional block of 2.x (`E Transactions`), feature profile of 1.6 (`Core`)."""
    transaction_related: bool
    """Delivered in order and kept until delivered."""
    handler: str
    """Name of the method that takes it: `start_transaction`."""

    @property
    def from_station(self) -> bool:
        """Whether a station sends it."""
        return Direction.FROM_STATION in self.directions

    @property
    def from_csms(self) -> bool:
        """Whether a CSMS sends it."""
        return Direction.FROM_CSMS in self.directions
