"""The tables of facts that no schema holds: what they cite, and that they agree with each other."""

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from pilotwire.ocpp.v21 import device_model as v21
from pilotwire.ocpp.v21 import standard_values as v21_values
from pilotwire.ocpp.v201 import device_model as v201
from pilotwire.ocpp.v201 import standard_values as v201_values

SCHEMAS = Path(__file__).parents[2] / "schemas"

SECTIONS_OF_MANY = {
    "v201": {"appendices 3.1.11", "appendices 3.2.13"},
    "v21": {
        *("appendices 3.1.11", "2.1.8", "2.4.1", "2.4.2", "2.11.13", "2.17.1"),
        *("2.18.5", "2.18.6", "2.18.7", "2.18.8", "2.19.1"),
    },
}
"""Where the specification lists several variables in one table."""


def table(name: str, version: str) -> dict[str, Any]:
    facts: dict[str, Any] = tomllib.loads((SCHEMAS / name).read_text("utf-8"))[version]
    return facts


def test_only_data_is_transferred_both_ways() -> None:
    for version in ("v16", "v201", "v21"):
        actions = table("actions.toml", version)
        assert {name for name, facts in actions.items() if facts["sender"] == "both"} == {
            "DataTransfer"
        }


def test_the_section_of_a_16_action_tells_who_sends_it() -> None:
    cited: dict[str, set[int]] = defaultdict(set)
    for name, facts in table("actions.toml", "v16").items():
        if facts["block"] == "Security":
            assert re.fullmatch(r"white paper 5\.\d+", facts["section"]), name
            continue
        senders = set()
        for section in facts["section"].split(", "):
            chapter, number = section.split(".")
            assert int(number) not in cited[chapter], name
            cited[chapter].add(int(number))
            senders.add({"4": "station", "5": "csms"}[chapter])
        assert facts["sender"] == (senders.pop() if len(senders) == 1 else "both"), name

    assert cited == {"4": set(range(1, 11)), "5": set(range(1, 20))}


@pytest.mark.parametrize("version", ["v201", "v21"])
def test_a_2x_action_cites_its_message_and_a_use_case_of_its_block(version: str) -> None:
    messages: dict[int, str] = {}
    blocks: dict[str, set[str]] = defaultdict(set)
    for name, facts in table("actions.toml", version).items():
        section, *use_cases = facts["section"].split(", ")
        message = re.fullmatch(r"Messages 1\.(\d+)", section)
        assert message, name
        assert int(message[1]) not in messages, name
        messages[int(message[1])] = name
        assert use_cases, name
        for use_case in use_cases:
            assert re.fullmatch(r"[A-S]\d\d", use_case), name
            assert use_case[0] == facts["block"][0], name
        blocks[facts["block"][0]].add(facts["block"])

    # The specification has the messages in alphabetical order.
    in_order = [messages[number] for number in range(1, len(messages) + 1)]
    assert in_order == sorted(in_order, key=str.lower)
    assert sorted(blocks) == list(
        "ABCDEFGHIJKLMNOP" if version == "v201" else "ABCDEFGHIJKLMNOPQRS"
    )
    assert all(len(names) == 1 for names in blocks.values())


@pytest.mark.parametrize("version", ["v201", "v21"])
def test_no_section_is_cited_for_two_variables(version: str) -> None:
    cited: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, facts in table("variables.toml", version).items():
        assert facts.get("section"), key
        # Components may share a variable: AvailabilityState has one section for all.
        cited[facts["section"].split(", ")[0]].add(tuple(key.split(".")[1:]))

    many = {section for section, variables in cited.items() if len(variables) > 1}
    assert many == SECTIONS_OF_MANY[version]


def test_every_component_of_a_variable_is_a_standard_one() -> None:
    for model, values in ((v201, v201_values), (v21, v21_values)):
        named = {component for component, _, _ in model.VARIABLES}
        assert named <= {component.value for component in values.ComponentName}


def test_a_network_configuration_has_the_limits_of_the_message_that_sets_it() -> None:
    schema = json.loads((SCHEMAS / "ocpp21/SetNetworkProfileRequest.json").read_text("utf-8"))
    fields = {
        f"{prefix}{field[:1].upper()}{field[1:]}": facts["maxLength"]
        for name, prefix in (("NetworkConnectionProfile", ""), ("VPN", "Vpn"), ("APN", ""))
        for field, facts in schema["definitions"][f"{name}Type"]["properties"].items()
        if "maxLength" in facts
    }

    for name, limit in fields.items():
        assert v21.VARIABLES["NetworkConfiguration", name, None].maximum == limit, name
