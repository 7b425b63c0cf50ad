"""A lower security profile: from 3 to 2, where AllowSecurityProfileDowngrade says so, not else
(2.x A00.FR.005 as of the errata).
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from pilotwire.ocpp import v21
from pilotwire.station.device_model.standard import SecurityCtrlr
from pilotwire.store import Store
from tests.conformance.test_tls import ROOT, URL, install, own
from tests.support.authority import ORGANIZATION
from tests.support.device_model import address, set_, status_of, value_of
from tests.support.editions import IN_2X
from tests.support.networks import PRIORITY, fill, order
from tests.support.scene import Scene, Settings, scene
from tests.support.virtual_time import virtual_time

ALLOWED = address("SecurityCtrlr.AllowSecurityProfileDowngrade")
SECURITY = address("SecurityCtrlr.SecurityProfile")
OTHER = "wss://other.example"
NEW_PASSWORD = "0123456789abcdef"
SETTINGS: Settings = {SecurityCtrlr.OrganizationName: ORGANIZATION}


@asynccontextmanager
async def with_profile_3(version: str, folder: Path, **more: Any) -> AsyncGenerator[Scene]:
    certificates = own(folder)
    async with scene(version, url=URL, certificates=certificates, settings=SETTINGS, **more) as s:
        await install(s, ROOT)
        (result,) = await set_(s, (address("SecurityCtrlr.BasicAuthPassword"), NEW_PASSWORD))
        assert result.attribute_status == "Accepted"
        await s.wait(30)
        assert await value_of(s, SECURITY) == "3"
        yield s


async def restart(s: Scene) -> None:
    await s.csms.call(v21.ResetRequest(type=v21.ResetEnumType.IMMEDIATE))
    await s.wait(60)


@IN_2X
@virtual_time
async def test_where_it_is_not_allowed_it_is_refused(version: str, tmp_path: Path) -> None:
    """B09.FR.04, A05.FR.10, A00.FR.005: and that is so until somebody says otherwise."""
    async with with_profile_3(version, tmp_path) as s:
        assert await value_of(s, ALLOWED) == "false"
        assert await fill(s, 2, OTHER, 2) == ("Rejected", "NoSecurityDowngrade")
        assert await status_of(s, ALLOWED, "true") == "Accepted"
        assert await fill(s, 2, OTHER, 2) == ("Accepted", None)
        assert await status_of(s, ALLOWED, "false") == "Accepted"
        (result,) = await set_(s, (PRIORITY, "2,1"))
        assert result.attribute_status == "Rejected"
        assert result.attribute_status_info is not None
        assert result.attribute_status_info.reason_code == "NoSecurityDowngrade"
        assert await order(s, "2") == "Rejected"


@IN_2X
@virtual_time
async def test_where_it_is_allowed_3_may_become_2(version: str, tmp_path: Path) -> None:
    """A05.FR.08, A00.FR.005; SecurityProfile tells it, and what it was stays in its slot."""
    store = Store(":memory:")
    async with with_profile_3(version, tmp_path, store=store) as s:
        assert await status_of(s, ALLOWED, "true") == "Accepted"
        assert await fill(s, 2, OTHER, 2) == ("Accepted", None)
        assert await order(s, "2", "1") == "Accepted"
        await restart(s)
        attempt = s.network.attempts[-1]
        assert (attempt.url, attempt.password) == (OTHER, NEW_PASSWORD)
        assert s.station.accepted
        assert await value_of(s, SECURITY) == "2"
        assert await value_of(s, PRIORITY) == "2,1"
        s.network.unreachable = {OTHER}
        s.cut()
        await s.wait(300)
        assert s.network.attempts[-1].url == URL
        assert await value_of(s, SECURITY) == "3", "it is back, and that is an upgrade"


@IN_2X
@pytest.mark.parametrize("security", [1, 0])
@virtual_time
async def test_nothing_allows_a_profile_below_2(
    version: str, security: int, tmp_path: Path
) -> None:
    """B09.FR.31 (B09.FR.32 of 2.1 in its first edition), A05.FR.09, A00.FR.005."""
    plain = "ws://other.example"
    async with with_profile_3(version, tmp_path) as s:
        assert await status_of(s, ALLOWED, "true") == "Accepted"
        assert await fill(s, 2, plain, security) == ("Rejected", "NoSecurityDowngrade")
        assert await fill(s, 2, OTHER, 2) == ("Accepted", None)
        await order(s, "2")
        await restart(s)
        assert await value_of(s, SECURITY) == "2"
        assert await fill(s, 3, plain, security) == ("Rejected", "NoSecurityDowngrade")


@IN_2X
@virtual_time
async def test_from_1_nothing_leads_down(version: str) -> None:
    """A00.FR.005: only from 3 to 2."""
    async with scene(version, password=NEW_PASSWORD) as s:
        assert await value_of(s, SECURITY) == "1"
        assert await status_of(s, ALLOWED, "true") == "Accepted"
        assert await fill(s, 2, "ws://other.example", 0) == ("Rejected", "NoSecurityDowngrade")
        assert await fill(s, 2, "ws://other.example", 1) == ("Accepted", None)


@IN_2X
@virtual_time
async def test_an_order_that_is_not_allowed_any_more_is_not_followed(
    version: str, tmp_path: Path
) -> None:
    """A00.FR.005: the variable counts when a connection is made, too."""
    store = Store(":memory:")
    async with with_profile_3(version, tmp_path, store=store) as s:
        await status_of(s, ALLOWED, "true")
        await fill(s, 2, OTHER, 2)
        assert await order(s, "2", "1") == "Accepted"
        await status_of(s, ALLOWED, "false")
        since = len(s.network.attempts)
        await restart(s)
        assert {attempt.url for attempt in s.network.attempts[since:]} == {URL}
        assert await value_of(s, SECURITY) == "3"
