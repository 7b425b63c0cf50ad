"""DataTransfer to a station that has no implementation of any vendor's (2.x P01; 1.6 5.5)."""

from pilotwire.ocpp import v16, v21
from tests.support.editions import IN_2X
from tests.support.scene import scene
from tests.support.virtual_time import virtual_time


@IN_2X
@virtual_time
async def test_the_vendor_is_not_known(version: str) -> None:
    """P01.FR.05: an answer, and no CALLERROR."""
    async with scene(version) as s:
        answer = await s.csms.call(v21.DataTransferRequest(vendor_id="com.example"))
        assert answer.status is v21.DataTransferStatusEnumType.UNKNOWN_VENDOR_ID
        assert answer.data is None


@virtual_time
async def test_the_vendor_is_not_known_in_1_6() -> None:
    """4.3, 7.20: UnknownVendorId, without data."""
    async with scene("1.6") as s:
        answer = await s.csms.call(v16.DataTransferRequest(vendor_id="com.example"))
        assert answer.status is v16.DataTransferStatus.UNKNOWN_VENDOR_ID
        assert answer.data is None
