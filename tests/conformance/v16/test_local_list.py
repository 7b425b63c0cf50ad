"""Cases of 1.6 about the local authorization list (2.17)."""

import pytest
from pydantic import ValidationError

from pilotwire.ocpp import v16
from pilotwire.ocpp.v16.configuration import Keys
from pilotwire.store import Store
from tests.conformance.v16.play import (
    INVALID,
    VALID,
    VALID_2,
    Configuration,
    Play,
    case,
    start_request,
)
from tests.support.virtual_time import virtual_time

ENABLED: Configuration = {Keys.LocalAuthListEnabled: "true"}
DISABLED: Configuration = {Keys.LocalAuthListEnabled: "false"}


def local_list(
    version: int, *tokens: str, update: str = "Full", status: str = "Accepted"
) -> v16.SendLocalListRequest:
    """A list, or changes to it."""
    info = v16.IdTagInfo(status=v16.AuthorizationStatus(status))
    data = [v16.AuthorizationData(id_tag=token, id_tag_info=info) for token in tokens]
    return v16.SendLocalListRequest(
        list_version=version,
        update_type=v16.UpdateType(update),
        local_authorization_list=data or None,
    )


async def has(play: Play, version: int) -> None:
    """The list of the station has that version."""
    await play.call(v16.GetLocalListVersionRequest(), list_version=version)


@virtual_time
async def test_TC_042_1_CS() -> None:
    async with case(if_implemented=DISABLED) as play:
        await has(play, -1)


@virtual_time
async def test_TC_042_2_CS() -> None:
    async with case(ENABLED) as play:
        await play.call(local_list(1), status="Accepted")
        await has(play, 0)


@virtual_time
async def test_TC_043_CS() -> None:
    async with case(ENABLED) as play:
        await play.call(local_list(1, VALID), status="Accepted")
        await play.call(local_list(2, VALID_2, update="Differential"), status="Accepted")


@virtual_time
async def test_TC_043_1_CS() -> None:
    """A station whose list is disabled is one without it."""
    async with case(DISABLED) as play:
        await play.call(local_list(1, VALID), status="NotSupported")


@virtual_time
async def test_TC_043_2_CS() -> None:
    async with case(ENABLED) as play:
        await play.call(local_list(2, VALID), status="Accepted")
        await has(play, 2)
        await play.call(local_list(5, VALID_2, update="Differential"), status="Accepted")
        await has(play, 5)
        old = local_list(4, INVALID, update="Differential")
        await play.call(old, status="VersionMismatch")
        await has(play, 5)


@virtual_time
async def test_TC_043_3_CS() -> None:
    """The state in which it fails is a store that can't be written."""
    store = Store(":memory:")
    async with case(ENABLED, store=store) as play:
        store.low = True
        await play.call(local_list(2, VALID), status="Failed")


@virtual_time
async def test_TC_008_CS() -> None:
    settings: Configuration = {**ENABLED, Keys.LocalPreAuthorize: "true"}
    if_implemented: Configuration = {
        Keys.AuthorizationCacheEnabled: "false",
        Keys.AuthorizeRemoteTxRequests: "true",
    }
    async with case(settings, if_implemented=if_implemented) as play:
        await has(play, 0)
        await play.call(local_list(1, VALID), status="Accepted")
        await play.plug_in()
        await play.call(start_request(), status="Accepted")
        await play.expect(v16.StartTransactionRequest)
        await play.status("Charging")


# What the keys say (9.2).


@virtual_time
async def test_the_profile_is_told() -> None:
    async with case() as play:
        profiles = (await play.keys(Keys.SupportedFeatureProfiles))["SupportedFeatureProfiles"]
        assert "LocalAuthListManagement" in profiles.split(",")


@virtual_time
async def test_LocalAuthListEnabled() -> None:
    """Whether the list decides, and is told of."""
    settings: Configuration = {Keys.LocalPreAuthorize: "true"}
    async with case({**settings, **ENABLED}) as play:
        await play.call(local_list(1, VALID), status="Accepted")
        for value, asks in (("true", False), ("false", True), ("true", False)):
            await play.configure({Keys.LocalAuthListEnabled: value})
            await play.present()
            await play.s.wait(2)
            assert bool(play.pending(v16.AuthorizeRequest)) is asks
            await play.s.wait(70)  # until ConnectionTimeOut
            play.forget()
            await has(play, -1 if asks else 1)


@virtual_time
async def test_LocalAuthListMaxLength() -> None:
    async with case(ENABLED) as play:
        most = int((await play.keys(Keys.LocalAuthListMaxLength))["LocalAuthListMaxLength"])
        at_once = int((await play.keys(Keys.SendLocalListMaxLength))["SendLocalListMaxLength"])
        numbers = range(most)
        await play.call(local_list(1, *map(str, numbers[:at_once])), status="Accepted")
        version = 1
        for begin in range(at_once, most, at_once):
            version += 1
            more = local_list(
                version, *map(str, numbers[begin : begin + at_once]), update="Differential"
            )
            await play.call(more, status="Accepted")
        too_many = local_list(version + 1, "one too many", update="Differential")
        await play.call(too_many, status="Failed")
        await has(play, version)


@virtual_time
async def test_SendLocalListMaxLength() -> None:
    async with case(ENABLED) as play:
        most = int((await play.keys(Keys.SendLocalListMaxLength))["SendLocalListMaxLength"])
        await play.call(local_list(1, *map(str, range(most))), status="Accepted")
        for update in ("Full", "Differential"):
            too_many = local_list(2, *map(str, range(most + 1)), update=update)
            await play.call(too_many, status="Failed")
        await has(play, 1)


@virtual_time
async def test_an_idTag_has_20_characters() -> None:
    async with case(ENABLED) as play:
        await play.call(local_list(1, "x" * 20), status="Accepted")
        await has(play, 1)
        with pytest.raises(ValidationError, match="20"):
            local_list(2, "x" * 21)
