"""Whether a variable of the application can be one; each complaint says what to change."""

from typing import Any

from pilotwire.errors import PilotwireError
from pilotwire.ocpp.specs import Mutability, Variable
from pilotwire.station.device_model.definitions import Component, Definition
from pilotwire.station.vocabulary import Attribute

__all__ = [
    "DuplicateVariableError",
    "UnknownVariableError",
    "check_declaration",
    "mutability_of",
    "place_of",
]

_NEED_VALUES = frozenset({"OptionList", "MemberList", "SequenceList"})
_NAME_LENGTH = 50
_VALUES_LENGTH = 1000


class UnknownVariableError(PilotwireError, LookupError):
    """The station has no such variable."""


class DuplicateVariableError(PilotwireError, ValueError):
    """The station has a variable of that name already."""


def place_of(variable: Variable[Any], component: Component | None) -> Component:
    """The component that has a variable.

    Raises:
        UnknownVariableError: any may have it, and none was named.
        ValueError: another was named than the variable says.
    """
    if component is not None:
        if variable.component not in {"*", component.name}:
            raise ValueError(f"{variable.title} can't be a variable of {component}")
        return component
    if variable.component == "*":
        raise UnknownVariableError(f"{variable.title}: name the `component` that has it")
    return Component(variable.component)


def mutability_of(variable: Variable[Any], *, computed: bool) -> Mutability:
    """What the CSMS may do with a variable; nobody sets one that is computed."""
    if computed:
        return Mutability.READ_ONLY
    return variable.mutability or Mutability.READ_WRITE


def check_declaration(definition: Definition) -> None:
    """Raise ValueError if a variable can't be as it is declared."""
    title, spec, component = definition.title, definition.spec, definition.component
    for name in (component.name, component.instance, spec.name, spec.instance):
        if name is not None and not 0 < len(name) <= _NAME_LENGTH:
            raise ValueError(f"{title}: a name must have 1 to {_NAME_LENGTH} characters")
    if Attribute.ACTUAL not in definition.attributes:
        raise ValueError(f"{title}: every variable has an Actual; add it to `attributes`")
    if spec.datatype.name in _NEED_VALUES:
        if not spec.values:
            raise ValueError(f"{title}: a list needs the `values` that it is made of")
        if len(",".join(spec.values)) > _VALUES_LENGTH:
            raise ValueError(f"{title}: its `values` have more than {_VALUES_LENGTH} characters")
    if definition.default is not None:
        definition.check(definition.default)
    elif not definition.computed and definition.mutability is not Mutability.WRITE_ONLY:
        raise ValueError(f"{title}: give it a `default`, or say where to `read` it")
