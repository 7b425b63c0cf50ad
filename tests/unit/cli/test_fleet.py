"""`pilotwire fleet`: figures, files and exit codes."""

import json
from pathlib import Path

import pytest

from pilotwire.simulator.fleet import DEFAULT_TEXT
from tests.unit.cli.commands import pilotwire

BUSY = """\
[drivers]
a_day = 1000
hours = "even"
minutes = [0.5, 1]
full = 0

[tokens]
unknown_share = 0
"""


def test_a_fleet_with_a_csms_of_its_own_loses_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    profile = tmp_path / "busy.toml"
    profile.write_text(BUSY, "utf-8")
    report, ledger = tmp_path / "report.json", tmp_path / "ledger.jsonl"

    code = pilotwire(
        *("fleet", "--csms", "embedded", "--stations", "4", "--duration", "120", "--speed", "30"),
        *("--seed", "3", "--profile", str(profile), "--rate", "50", "--metrics", "0"),
        *("--identity-pattern", "Berlin-{n:02}", "--json", str(report), "--ledger", str(ledger)),
    )

    told = capfd.readouterr().out
    assert code == 0, told
    found = json.loads(report.read_text("utf-8"))
    rows = [json.loads(line) for line in ledger.read_text("utf-8").splitlines()]
    assert found["seed"] == 3
    assert found["counts"]["boots"] == 4
    assert found["comparison"]["transactions"] == found["counts"]["sessions"]["done"] == len(rows)
    assert found["comparison"]["different"] == 0
    assert len(rows) > 2
    assert all(row["station"].startswith("Berlin-0") and row["energy_wh"] > 0 for row in rows)
    assert "metrics at http://127.0.0.1:" in told
    assert f"held against the CSMS: {len(rows)} transactions, 0 different" in told


def test_the_profile_that_counts_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert pilotwire("fleet", "--show-profile") == 0
    assert capfd.readouterr().out == DEFAULT_TEXT


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "say --csms URL, or --csms embedded"),
        (("--csms", "http://x"), "ws:// or wss://"),
        (("--csms", "ws://csms.example"), "see --password-file and --unsecured"),
        (("--csms", "embedded", "--begin", "25:00"), "--begin is a time of day as 07:30"),
        (("--csms", "embedded", "--identity-pattern", "CS"), "--identity-pattern: has {n}"),
        (("--csms", "embedded", "--profile", "none.toml"), "none.toml: cannot be read"),
        (("--csms", "embedded", "--ocpp", "3"), "3"),
        (("--csms", "embedded", "--stations", "900000"), "1800000 connections need"),
        (("--csms", "embedded", "--stations", "900000"), "an embedded CSMS needs as many again"),
    ],
)
def test_what_can_not_be_used_is_said_at_once(
    arguments: tuple[str, ...], told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert pilotwire("fleet", *arguments) == 2
    assert told in capfd.readouterr().err


def test_without_a_csms_it_ends_with_the_code_that_says_so(
    capfd: pytest.CaptureFixture[str],
) -> None:
    code = pilotwire(
        *("fleet", "--csms", "ws://127.0.0.1:1", "--stations", "2", "--duration", "5"),
        *("--speed", "20", "--begin", "03:00"),
    )

    assert code == 5
    assert "the CSMS has accepted no station" in capfd.readouterr().err
