"""Network profiles as a CSMS of 2.x sets them (B09).

await fill(s, 2, "ws://other.example")
await order(s, "2", "1")
"""

from typing import Any

from pilotwire.ocpp import v21
from tests.support.device_model import address, set_
from tests.support.scene import Scene

__all__ = ["PRIORITY", "fill", "order", "profile"]

PRIORITY = address("OCPPCommCtrlr.NetworkConfigurationPriority")


def profile(slot: int, url: str, security: int = 0, **more: Any) -> v21.SetNetworkProfileRequest:
    """A request to fill a slot; `more` is named as on the wire."""
    fields: dict[str, Any] = {
        "ocppVersion": "OCPP20",
        "ocppInterface": "Wired0",
        "ocppTransport": "JSON",
        "messageTimeout": 20,
        "ocppCsmsUrl": url,
        "securityProfile": security,
        **more,
    }
    data = v21.NetworkConnectionProfileType.model_validate(fields)
    return v21.SetNetworkProfileRequest(configuration_slot=slot, connection_data=data)


async def fill(
    s: Scene, slot: int, url: str, security: int = 0, **more: Any
) -> tuple[str, str | None]:
    """Put a profile into a slot: status and reason."""
    answer = await s.csms.call(profile(slot, url, security, **more))
    info = answer.status_info
    return answer.status, None if info is None else info.reason_code


async def order(s: Scene, *slots: str) -> str:
    """Set the priority: the status."""
    (result,) = await set_(s, (PRIORITY, ",".join(slots)))
    return result.attribute_status
