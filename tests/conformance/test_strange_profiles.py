"""Whatever a CSMS sends as a charging profile: the station lives, and what it refuses changes
nothing.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any, TypeVar

import pytest

from pilotwire.ocpp import v16, v21
from pilotwire.ocpp.v21.enums import (
    ChargingRateUnitEnumType,
    OperationModeEnumType,
    RecurrencyKindEnumType,
)
from pilotwire.store import ChargingProfileRow, StationRecords, Store
from tests.support.editions import IN_2X
from tests.support.scene import Scene, charge, scene
from tests.support.sent_profiles import Kind, Purpose, setting
from tests.support.virtual_time import run

T = TypeVar("T")

TIMES = [
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2026, 3, 1, 12, tzinfo=UTC),
    datetime(2026, 3, 1, 13, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
]
NUMBERS = [0, 0, 0, 1, 2, 5, 60, 3600, 86_400, 2**31 - 1, 2**63, 2**80, -1, -(2**31)]
LIMITS = [0.0, 5.9, 6.0, 16.0, 32.0, 1e300, -1.0, -1e300, 0.1]


class Payloads:
    """Profiles at random, right ones and strange ones; those of 2.0.1 have its fields only."""

    def __init__(self, seed: int, version: str, transaction_id: str) -> None:
        self._random = Random(seed)
        self._new = version == "2.1"
        self._transaction_id = transaction_id

    def _maybe(self, *values: T, often: float = 0.3) -> T | None:
        return self._random.choice(values) if self._random.random() < often else None

    def _odd(self, usual: Sequence[T], strange: Sequence[T], often: float = 0.03) -> T:
        """Something usual, seldom something strange."""
        return self._random.choice(strange if self._random.random() < often else usual)

    def _odder(self, usual: Sequence[T], strange: Sequence[T]) -> T:
        """The same for what there is much of in a profile."""
        return self._odd(usual, strange, 0.002)

    def _period(self, at: int) -> v21.ChargingSchedulePeriodType:
        fields: dict[str, Any] = {
            "start_period": self._odder([at], NUMBERS),
            "limit": self._odder([0.0, 5.9, 6.0, 16.0, 32.0, 22000.0], LIMITS),
            "number_phases": self._odder([None, 3], [0, 1, 2] if self._new else [1, 2]),
            "phase_to_use": self._odder([None], [1, 2, 3]),
        }
        if self._new:
            fields |= {
                "limit_l2": self._odder([None], LIMITS),
                "setpoint": self._odder([None], LIMITS),
                "evse_sleep": self._odder([None, False], [True]),
                "operation_mode": self._odder([None], list(OperationModeEnumType)),
            }
        return v21.ChargingSchedulePeriodType(**fields)

    def _schedule(self) -> v21.ChargingScheduleType:
        random = self._random
        step = random.choice([1, 60, 3600])
        fields: dict[str, Any] = {
            "id": random.choice(NUMBERS),
            "charging_rate_unit": random.choice(list(ChargingRateUnitEnumType)),
            "start_schedule": self._maybe(*TIMES, often=0.6),
            "duration": self._odd([None, 1, 3600, 86_400, 2**31 - 1], NUMBERS),
            "min_charging_rate": self._odd([None, 6.0], LIMITS),
            "charging_schedule_period": [
                self._period(number * step) for number in range(random.choice([1, 2, 3, 24, 300]))
            ],
        }
        if self._new:
            fields |= {
                "use_local_time": self._maybe(True, False),
                "randomized_delay": self._maybe(0, 1, 600, 2**31),
                "limit_at_soc": self._maybe({"soc": 80, "limit": random.choice(LIMITS)}),
            }
        return v21.ChargingScheduleType(**fields)

    def profile(self) -> v21.ChargingProfileType:
        random = self._random
        old = [each for each in Purpose if each not in _PURPOSES_OF_21]
        fields: dict[str, Any] = {
            "id": random.choice([*range(1, 9), *NUMBERS]),
            "stack_level": self._odd([0, 1, 2, 99], [100, 2**31 - 1]),
            "charging_profile_purpose": random.choice(list(Purpose) if self._new else old),
            "charging_profile_kind": random.choice(
                [each for each in Kind if self._new or each is not Kind.DYNAMIC]
            ),
            "recurrency_kind": self._maybe(*RecurrencyKindEnumType, often=0.6),
            "valid_from": self._maybe(*TIMES),
            "valid_to": self._odd([None, TIMES[-1]], TIMES),
            "transaction_id": self._maybe(self._transaction_id, "T1", often=0.5),
            "charging_schedule": [self._schedule() for _ in range(self._odd([1], [2, 3]))],
        }
        if self._new:
            fields |= {
                "max_offline_duration": self._odd([None, 0, 600], NUMBERS),
                "invalid_after_offline_duration": self._maybe(True, False),
                "dyn_update_interval": self._odd([None], NUMBERS),
                "dyn_update_time": self._odd([None], TIMES),
            }
        return v21.ChargingProfileType(**fields)

    def profile_16(self) -> v16.ChargingProfile:
        random = self._random
        step = random.choice([1, 60, 3600])
        periods = [
            v16.ChargingSchedulePeriod(
                start_period=random.choice([number * step] * 9 + NUMBERS[:3]),
                limit=random.choice([0.0, 5.9, 16.0, -1.0, 1e6]),
                number_phases=self._maybe(-1, 0, 1, 3, 9),
            )
            for number in range(random.choice([1, 2, 24, 300]))
        ]
        return v16.ChargingProfile(
            charging_profile_id=random.choice([*range(1, 9), *NUMBERS]),
            transaction_id=self._maybe(1, *NUMBERS),
            stack_level=random.choice([0, 1, 2, 99, 100, -1, 2**31]),
            charging_profile_purpose=random.choice(list(v16.ChargingProfilePurposeType)),
            charging_profile_kind=random.choice(list(v16.ChargingProfileKindType)),
            recurrency_kind=self._maybe(*v16.RecurrencyKindType, often=0.6),
            valid_from=self._maybe(*TIMES),
            valid_to=self._maybe(*TIMES),
            charging_schedule=v16.ChargingSchedule(
                duration=self._maybe(*NUMBERS),
                start_schedule=self._maybe(*TIMES, often=0.6),
                charging_rate_unit=random.choice(list(v16.ChargingRateUnitType)),
                charging_schedule_period=periods,
            ),
        )


_PURPOSES_OF_21 = {Purpose.PRIORITY_CHARGING, Purpose.LOCAL_GENERATION}


def rows(store: Store) -> list[ChargingProfileRow]:
    return StationRecords(store, "CS-0042").charging_profiles.all()


def transaction_of(s: Scene) -> str:
    found = s.station.evses[0].transaction_id
    assert found is not None
    return found


@IN_2X
@pytest.mark.parametrize("seed", range(8))
def test_in_2x(version: str, seed: int) -> None:
    async def play() -> None:
        store = Store(":memory:")
        accepted = 0
        async with scene(version, evses=2, store=store, seed=seed) as s:
            await charge(s)
            payloads = Payloads(seed, version, transaction_of(s))
            for _ in range(60):
                before = rows(store)
                answer = await s.csms.call(setting(payloads.profile(), evse_id=seed % 4))
                if answer.status is v21.ChargingProfileStatusEnumType.REJECTED:
                    assert answer.status_info is not None
                    assert answer.status_info.reason_code
                    assert rows(store) == before
                else:
                    accepted += 1
                for evse_id in (0, 1, 2):
                    asked = v21.GetCompositeScheduleRequest(evse_id=evse_id, duration=7200)
                    told = await s.csms.call(asked)
                    assert told.status is v21.GenericStatusEnumType.ACCEPTED
            assert s.station.evses[0].transaction_id == transaction_of(s)
        assert accepted or seed % 4 == 3, "too strange to tell anything"
        async with scene(version, evses=2, store=store) as s:
            asked = v21.GetCompositeScheduleRequest(evse_id=1, duration=7200)
            assert (await s.csms.call(asked)).status is v21.GenericStatusEnumType.ACCEPTED

    run(play())


@pytest.mark.parametrize("seed", range(8))
def test_in_1_6(seed: int) -> None:
    async def play() -> None:
        store = Store(":memory:")
        accepted = 0
        async with scene("1.6", evses=2, store=store, seed=seed) as s:
            await charge(s)
            payloads = Payloads(seed, "1.6", "")
            for _ in range(60):
                before = rows(store)
                request = v16.SetChargingProfileRequest(
                    connector_id=seed % 3, cs_charging_profiles=payloads.profile_16()
                )
                answer = await s.csms.call(request)
                if answer.status is v16.ChargingProfileStatus.ACCEPTED:
                    accepted += 1
                else:
                    assert rows(store) == before
                asked = v16.GetCompositeScheduleRequest(connector_id=1, duration=7200)
                told = await s.csms.call(asked)
                assert told.status is v16.GetCompositeScheduleStatus.ACCEPTED
        assert accepted

    run(play())
