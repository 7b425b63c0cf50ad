"""Cases of block A, security (Part 6, 2.2): those about the password of Basic authentication."""

from pilotwire.ocpp import v21
from tests.conformance.v201 import states
from tests.conformance.v201.play import case
from tests.support.device_model import address, set_
from tests.support.editions import IN_2X
from tests.support.virtual_time import virtual_time

pytestmark = IN_2X

OLD = "0123456789abcdef-old"
NEW = "0123456789abcdef-new"
PASSWORD = address("SecurityCtrlr.BasicAuthPassword")


@virtual_time
async def test_TC_A_09_CS(version: str) -> None:
    async with case(version, password=OLD) as play:
        (result,) = await set_(play.s, (PASSWORD, NEW))
        assert result.attribute_status == "Accepted"
        play.s.network.passwords = {NEW}
        await play.s.wait(30)
        assert [attempt.password for attempt in play.s.network.attempts] == [OLD, NEW]
        assert play.s.csms.version == version


@virtual_time
async def test_TC_A_10_CS(version: str) -> None:
    async with case(version, password=OLD) as play:
        (result,) = await set_(play.s, (PASSWORD, "too short"))
        assert result.attribute_status == "Rejected"
        play.s.network.passwords = {OLD}
        await play.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE), status="Accepted")
        await states.after_a_boot(play)
        assert play.s.network.attempts[-1].password == OLD
