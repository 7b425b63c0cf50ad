"""The values of the station's variables: what somebody set, or the default, or what is so now.

A lookup is typed by the variable's spec: `device_model[TxCtrlr.EVConnectionTimeOut]` is an `int` to
the checker. Only what differs from the default is kept, in memory and on disk.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar, cast

from pilotwire.foreign import printable
from pilotwire.logs import logger
from pilotwire.ocpp.specs import Setting, Variable
from pilotwire.station.device_model.declarations import (
    DuplicateVariableError,
    UnknownVariableError,
    check_declaration,
    mutability_of,
    place_of,
)
from pilotwire.station.device_model.definitions import (
    Component,
    Definition,
    Keeper,
    Key,
    LiveStation,
    key_of,
)
from pilotwire.station.device_model.standard import Standard
from pilotwire.station.vocabulary import Attribute
from pilotwire.store import StationRecords

__all__ = ["DeviceModel", "DuplicateVariableError", "UnknownVariableError"]

T = TypeVar("T")

Listener = Callable[[Any], object]
Guard = Callable[[Any, Mapping[Definition, object]], object]

log = logger(__name__)


class DeviceModel:
    """The variables of one station.

    Args:
        records: Where values are kept over restarts.
        standard: The variables that every station has.
        settings: Values that take the place of defaults.
        hardware: What the hardware adds to the standard variables of every station.

    Raises:
        UnknownVariableError: the station does not have one of the settings.
        ValueError: the value of one is not allowed, or one is no `Setting`.
    """

    def __init__(
        self,
        records: StationRecords,
        standard: Standard,
        settings: Iterable[Setting] = (),
        hardware: Sequence[Definition] = (),
    ) -> None:
        self._records = records
        self._standard = standard
        self._hardware, self._by_spec = _tables(tuple(hardware))
        self._own: dict[Key, Definition] = {}
        self._defaults: dict[Definition, object] = {}
        self._values: dict[tuple[Definition, Attribute], object] = {}
        self._hooks: dict[tuple[Definition, Attribute], Listener] = {}
        self._watched: list[Definition] = []
        self._listeners: list[Listener] = []
        """Those of what stands in the same place of `_watched`: small, and seldom looked at."""
        self._guards: dict[Definition, Guard] = {}
        self._live: LiveStation | None = None
        for setting in settings:
            _check_setting(setting)
            definition = self.definition(setting.variable)
            definition.check(setting.value)
            self._defaults[definition] = _own(setting.value)
        self._kept = records.variables.all()
        """What is in the store and has no variable yet: it may be declared later."""
        if self._kept:
            for definition in list(self):
                self._restore(definition)

    # For the application and the station's blocks.

    def __getitem__(self, variable: Variable[T]) -> T:
        """The value of a variable of the whole station.

        Raises:
            UnknownVariableError: the station does not have it, or only while it runs.
        """
        return cast("T", self.actual(self.definition(variable)))

    def __setitem__(self, variable: Variable[T], value: T) -> None:
        """Set a variable and keep its value over restarts.

        Raises:
            UnknownVariableError: the station does not have it.
            ValueError: the value is not one that the variable takes.
        """
        self.write(variable, value)

    def read(
        self,
        variable: Variable[T],
        component: Component | None = None,
        attribute: Attribute = Attribute.ACTUAL,
    ) -> T | None:
        """The value of an attribute of a variable, of any component; None if it is not set.

        Raises:
            UnknownVariableError: the station does not have it, or only while it runs.
        """
        definition = self._at(variable, component, attribute)
        return cast("T | None", self.value(definition, attribute))

    def write(
        self,
        variable: Variable[T],
        value: T,
        component: Component | None = None,
        attribute: Attribute = Attribute.ACTUAL,
    ) -> None:
        """Set an attribute of a variable, of any component, and keep its value over restarts.

        Raises:
            UnknownVariableError: the station does not have it.
            ValueError: the value is not one that the variable takes.
        """
        definition = self._at(variable, component, attribute)
        if definition.computed and attribute is Attribute.ACTUAL:
            raise ValueError(f"{definition.title} says what is so; it can't be set")
        definition.check(value)
        self.change({(definition, attribute): _own(value)})

    def declare(
        self,
        variable: Variable[T],
        default: T | None = None,
        *,
        component: Component | None = None,
        read: Callable[[], T | None] | None = None,
        attributes: Sequence[Attribute] = (Attribute.ACTUAL,),
        validate: Callable[[T], object] | None = None,
        on_change: Callable[[T], object] | None = None,
        on_target: Callable[[T], object] | None = None,
        reboot_required: bool = False,
    ) -> None:
        """Give the station a variable of your own, or a standard one that your hardware has.

        The CSMS sees it in reports and may read it and, if its mutability says so, set it; on a
        connection with OCPP 1.6 it is a configuration key named `Component.Variable`. A value that
        was set is kept over restarts, so declare it in every run, before the station starts.

        Args:
            variable: Its name, type, unit, limits and mutability; ReadWrite where that is None.
            default: Its value until somebody sets another.
            component: Where it is, if not a component of the whole station: of an EVSE, or one of
                several of a name. A variable of `*` needs one.
            read: Where its value comes from, if nobody sets it: None while it has none. It is
                ReadOnly then.
            attributes: Those it has. Target, MinSet and MaxSet can always be set.
            validate: Raises ValueError for values that it does not take besides.
            on_change: Called with each new value once it is kept, not with the one that the station
                starts with; an exception is logged.
            on_target: The same for its Target.
            reboot_required: Whether a new value counts only from the next start on: the CSMS is
                told so.

        Raises:
            RuntimeError: the station runs already.
            DuplicateVariableError: the station has a variable of that name there.
            UnknownVariableError: there is no such EVSE, or no component for it.
            ValueError: it can't be declared so.
        """
        if self._live is not None:
            # What was reported and restored at the start would not know of it.
            raise RuntimeError(f"declare {variable.title} before the station starts")
        definition = Definition(
            spec=variable,
            component=place_of(variable, component),
            default=default,
            mutability=mutability_of(variable, computed=read is not None),
            # Those of another version of OCPP are the same by their values.
            attributes=tuple(Attribute(attribute) for attribute in attributes),
            reboot_required=reboot_required,
            reads=read,
            validate=validate,
        )
        self._check_new(definition)
        check_declaration(definition)
        self._own[definition.key] = definition
        if component is None:
            self._by_spec = {**self._by_spec, variable: definition}
        if on_change is not None:
            self._hooks[definition, Attribute.ACTUAL] = on_change
        if on_target is not None:
            self._hooks[definition, Attribute.TARGET] = on_target
        self._restore(definition)

    # For the station.

    def attach(self, station: LiveStation) -> None:
        """A new run of the station has begun: it is what live values are asked of."""
        self._live = station
        self._watched, self._listeners = [], []
        self._guards.clear()

    def detach(self) -> None:
        """The run has ended: nothing is asked of it any more."""
        self._live = None
        self._watched, self._listeners = [], []

    def watch(
        self,
        variable: Variable[T],
        listener: Callable[[T], object],
        component: Component | None = None,
    ) -> None:
        """Call `listener` with each new value of a variable, until the station starts anew.

        Raises:
            UnknownVariableError: the station does not have it.
        """
        definition = self._at(variable, component, Attribute.ACTUAL)
        self._watched.append(definition)
        self._listeners.append(listener)

    def guard(self, variable: Variable[T], check: Callable[[T], object]) -> None:
        """Let `check` raise ValueError for what the CSMS may not set a variable to, besides what
        the variable itself does not take; until the station starts anew.
        """
        self.guard_together(self.definition(variable), lambda value, _: check(value))

    def guard_together(
        self, definition: Definition, check: Callable[[Any, Mapping[Definition, object]], object]
    ) -> None:
        """The same where it counts what else one request sets: `check` is given that, too."""
        self._guards[definition] = check

    def check(
        self,
        definition: Definition,
        attribute: Attribute,
        value: object,
        together: Mapping[Definition, object],
    ) -> None:
        """Raise ValueError where a guard does; `together` is what else one request sets."""
        if attribute is not Attribute.ACTUAL:
            return
        if definition.guard is not None and self._live is not None:
            definition.guard(self._live, definition, value, together)
        check = self._guards.get(definition)
        if check is not None:
            check(value, together)

    def changed(self, variable: Variable[Any], component: Component | None = None) -> None:
        """What a variable shows that nobody sets is another now: tell who watches it.

        Of those that can be set, this model knows by itself.
        """
        if not self._listeners:
            return
        definition = self._at(variable, component, Attribute.ACTUAL)
        if definition in self._watched:
            self._tell((definition, Attribute.ACTUAL), self.actual(definition))

    def extend(self, definitions: Iterable[Definition]) -> None:
        """Give the station variables that others do not have, or in place of those that they do."""
        self._hardware = {**self._hardware, **{one.key: one for one in definitions}}

    def state(self, variable: Variable[T], default: T) -> None:
        """Say what a variable is that tells who or what the station is."""
        self._defaults[self.definition(variable)] = default

    def __iter__(self) -> Iterator[Definition]:
        """Every variable: the standard ones, those of the hardware, the declared ones."""
        yield from (one for one in self._standard if one.key not in self._hardware)
        yield from self._hardware.values()
        yield from self._own.values()

    def declared(self) -> Iterator[Definition]:
        """The variables of the application."""
        return iter(self._own.values())

    def definition(self, variable: Variable[Any]) -> Definition:
        """The variable of the whole station with that spec.

        Raises:
            UnknownVariableError: the station does not have it.
        """
        found = self._standard.by_spec.get(variable) or self._by_spec.get(variable)
        if found is None and variable.component != "*":
            # The same variable as another version of OCPP describes it.
            found = self.find(Component(variable.component), variable.name, variable.instance)
        if found is None:
            raise UnknownVariableError(f"the station has no {variable.title}")
        return found

    def has(self, variable: Variable[Any]) -> bool:
        """Whether there is a variable of the whole station with that spec."""
        return variable in self._standard.by_spec or variable in self._by_spec

    def find(self, component: Component, variable: str, instance: str | None) -> Definition | None:
        """The variable of that address, whatever the case of its names."""
        key = key_of(component, variable, instance)
        return self._hardware.get(key) or self._standard.by_key.get(key) or self._own.get(key)

    def has_component(self, component: Component) -> bool:
        """Whether any variable is there."""
        place = key_of(component, "", None)[:4]
        return any(definition.key[:4] == place for definition in self)

    def actual(self, definition: Definition) -> object:
        """The value of a variable."""
        if definition.live is not None:
            if self._live is None:
                raise UnknownVariableError(
                    f"{definition.title} has no value before the station has started"
                )
            return definition.live(self._live)
        if definition.reads is not None:
            return _asked(definition, definition.reads)
        value = self._values.get((definition, Attribute.ACTUAL))
        return self._defaults.get(definition, definition.default) if value is None else value

    def value(self, definition: Definition, attribute: Attribute) -> object:
        """The value of an attribute; None if it is not set."""
        if attribute is Attribute.ACTUAL:
            return self.actual(definition)
        return self._values.get((definition, attribute))

    def text(self, definition: Definition, attribute: Attribute) -> str:
        """The value of an attribute as text; empty if it is not set (B06.FR.13)."""
        value = self.value(definition, attribute)
        return "" if value is None else definition.format(value)

    def change(self, values: Mapping[tuple[Definition, Attribute], object]) -> None:
        """Keep values that have been checked, in one commit, and tell who wants to know."""
        news = {slot: value for slot, value in values.items() if self.value(*slot) != value}
        if not news:
            return
        own = {slot: value for slot, value in news.items() if slot[0].keeps is None}
        with self._records.atomic():
            for (definition, attribute), value in own.items():
                self._records.variables.set(definition.stored(attribute), definition.format(value))
            kept = self._keep_elsewhere(news)
        self._values.update(own)
        for done in kept:
            done()
        for slot, value in news.items():
            self._tell(slot, value)

    def _keep_elsewhere(
        self, news: Mapping[tuple[Definition, Attribute], object]
    ) -> list[Callable[[], object]]:
        by_keeper: dict[Keeper, dict[Definition, object]] = {}
        for (definition, _), value in news.items():
            if definition.keeps is not None:
                by_keeper.setdefault(definition.keeps, {})[definition] = value
        live = self._live
        if not by_keeper:
            return []
        if live is None:
            raise UnknownVariableError("some of these can only be set while the station runs")
        return [keeper(live, values) for keeper, values in by_keeper.items()]

    def _tell(self, slot: tuple[Definition, Attribute], value: object) -> None:
        definition, attribute = slot
        if attribute is Attribute.ACTUAL:
            for watched, listener in zip(self._watched, self._listeners, strict=True):
                if watched is definition:
                    listener(value)
        hook = self._hooks.get(slot)
        if hook is None:
            return
        try:
            hook(value)
        except Exception:  # the application's code may raise anything; the value stands
            log.exception("the application failed to follow a change of %s", definition.title)

    # Inside.

    def _at(
        self, variable: Variable[Any], component: Component | None, attribute: Attribute
    ) -> Definition:
        if component is None:
            found = self.definition(variable)
        else:
            place = self.find(component, variable.name, variable.instance)
            if place is None:
                raise UnknownVariableError(f"{component} has no {variable.name}")
            found = place
        if attribute not in found.attributes:
            raise UnknownVariableError(f"{found.title} has no {attribute}")
        return found

    def _check_new(self, definition: Definition) -> None:
        title, spec, component = definition.title, definition.spec, definition.component
        if self.find(component, spec.name, spec.instance) is not None:
            raise DuplicateVariableError(
                f"the station has {title} already; give its value in `settings`, or take another"
                " name or instance"
            )
        if component.evse_id is not None and not self.has_component(
            Component("EVSE", evse_id=component.evse_id)
        ):
            raise UnknownVariableError(f"{title}: the station has no EVSE {component.evse_id}")

    def _restore(self, definition: Definition) -> None:
        """Take the kept values of a variable. One that it takes no more is as good as none."""
        for attribute in definition.attributes:
            text = self._kept.pop(definition.stored(attribute), None)
            if text is None or (definition.computed and attribute is Attribute.ACTUAL):
                continue
            try:
                self._values[definition, attribute] = definition.parse(text)
            except ValueError as error:
                log.warning("a value in the store is ignored: %s", printable(str(error)))


@lru_cache(maxsize=64)
def _tables(
    hardware: tuple[Definition, ...],
) -> tuple[Mapping[Key, Definition], Mapping[Variable[Any], Definition]]:
    """What a kind of hardware adds, by its address, and for the whole station by its spec; stations
    of that kind share it.
    """
    return (
        MappingProxyType({one.key: one for one in hardware}),
        MappingProxyType({one.spec: one for one in hardware if one.component.evse_id is None}),
    )


def _check_setting(setting: object) -> None:
    """Not only for type checkers: a mapping of variables to values would look like variables."""
    if not isinstance(setting, Setting):
        title = setting.title if isinstance(setting, Variable) else "TxCtrlr.EVConnectionTimeOut"
        raise ValueError(f"`settings` are a list: [{title}.to(value)]")  # noqa: TRY004 -- as for any other unusable value


def _own(value: object) -> object:
    """A list that nobody else can change."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _asked(definition: Definition, reads: Callable[[], object]) -> object:
    """What the application says; nothing if it fails to, which must not spoil a whole report."""
    try:
        value = reads()
        if value is not None:
            definition.check(value)
    except Exception:  # the application's code may raise anything
        log.exception("the application failed to tell %s", definition.title)
        return None
    return value
