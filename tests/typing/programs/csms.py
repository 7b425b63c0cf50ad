"""The small CSMS: what it is told is in the types of 2.1, and `call` in those of the wire."""

from typing import assert_type

from pilotwire.connection import OcppVersion
from pilotwire.csms import BootAnswer, Csms, IdTokenKind, OwnWord, Token
from pilotwire.ocpp import v16, v21, v201


async def call(csms: Csms, stream: v21.NotifyPeriodicEventStream) -> None:
    assert_type(await csms.call("CS-1", v16.ClearCacheRequest()), v16.ClearCacheResponse)
    assert_type(await csms.call("CS-1", v201.ClearCacheRequest()), v201.ClearCacheResponse)
    assert_type(await csms.call("CS-1", v21.ClearCacheRequest()), v21.ClearCacheResponse)
    await csms.call("CS-1", stream)  # error
    await csms.call("CS-1", v16.HeartbeatRequest())  # error
    await csms.call("CS-1", v16.DataTransferRequest(vendor_id="com.example"))
    await csms.call("CS-1", v21.ClearCacheRequest)  # error


async def command(csms: Csms) -> None:
    resumed = await csms.reset("CS-1", v21.ResetEnumType.IMMEDIATE_AND_RESUME)
    assert_type(resumed, v21.ResetStatusEnumType)
    await csms.reset("CS-1", v201.ResetEnumType.IMMEDIATE)  # error
    started = await csms.remote_start("CS-1", "CARD", kind=IdTokenKind.VIN)
    assert_type(started, v21.RequestStartStopStatusEnumType)
    await csms.remote_start("CS-1", "CARD", kind=OwnWord("com.example.Smile"))
    await csms.remote_start("CS-1", "CARD", kind="com.example.Smile")  # error
    await csms.remote_start("CS-1", "CARD", kind="VIN")  # error
    await csms.remote_start("CS-1", "CARD", kind=1)  # error


def script(csms: Csms) -> None:
    csms.answer_boots("CS-1", BootAnswer(v21.RegistrationStatusEnumType.PENDING))
    BootAnswer(v201.RegistrationStatusEnumType.PENDING)  # error
    Token("CARD", v21.AuthorizationStatusEnumType.BLOCKED)
    Token("CARD", v201.AuthorizationStatusEnumType.BLOCKED)  # error


async def serve(csms: Csms) -> None:
    async with csms.serve(versions=["2.1"]) as serving:
        assert_type(serving.port, int)
    async with csms.serve("127.0.0.1", 9000, ["2.1"]):  # error
        pass
    async with csms.serve(versions="2.1"):  # error
        pass
    async with csms.serve(versions=[OcppVersion.V2_1], ping_interval=0.0):
        pass
