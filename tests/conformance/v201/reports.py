"""Reports of the device model, held to what all of them have in common."""

from datetime import timedelta

from pilotwire.ocpp import v21
from tests.conformance.v201.play import Play
from tests.support.device_model import Base, base, title, told
from tests.support.scene import now

__all__ = ["LISTS", "inventory"]

LISTS = frozenset({"OptionList", "SequenceList", "MemberList"})


async def inventory(play: Play, report: Base) -> list[v21.ReportDataType]:
    """All that is reported; pages, numbers and characteristics are held to what the text says."""
    reported = await told(play.s, base(report))
    page = await play.expect(v21.NotifyReportRequest, seq_no=0)
    assert timedelta() <= now() - page.generated_at < timedelta(seconds=60)
    for one in reported:
        characteristics = one.variable_characteristics
        assert characteristics is not None, title(one)
        if characteristics.data_type.value in LISTS:
            assert characteristics.values_list, title(one)
    return reported
