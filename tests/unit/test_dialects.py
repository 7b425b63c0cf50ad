"""The tables of the dialects: they name the messages, and none of these is made before its time."""

import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from pilotwire.dialects.base import Block
from pilotwire.dialects.v2x.dialect import BLOCKS as BLOCKS_2X
from pilotwire.dialects.v16.dialect import BLOCKS as BLOCKS_16
from pilotwire.ocpp.base import Action
from pilotwire.ocpp.v16.actions import ACTIONS as ACTIONS_16
from pilotwire.ocpp.v21.actions import ACTIONS as ACTIONS_21

PROGRAM = """
import sys
import pilotwire.charging_station, {dialect}
from pydantic import BaseModel
def below(kind):
    for each in kind.__subclasses__():
        yield each
        yield from below(each)
print(*(each.__name__ for each in below(BaseModel) if ".ocpp.v" in each.__module__))
"""


@pytest.mark.parametrize("dialect", ["v16.dialect", "v2x.dialect", "v201"])
def test_a_dialect_is_imported_without_any_message(dialect: str) -> None:
    program = PROGRAM.format(dialect=f"pilotwire.dialects.{dialect}")

    done = subprocess.run(  # noqa: S603 -- our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == []


@pytest.mark.parametrize(("blocks", "actions"), [(BLOCKS_16, ACTIONS_16), (BLOCKS_2X, ACTIONS_21)])
def test_a_command_is_of_the_action_that_it_is_listed_under(
    blocks: tuple[Block[Any], ...], actions: Mapping[str, Action]
) -> None:
    listed = [(name, command) for block in blocks for name, command in block.commands.items()]

    assert listed
    for name, command in listed:
        assert command.kind() is actions[name].request
        assert actions[name].from_csms
    assert len({name for name, _ in listed}) == len(listed)
