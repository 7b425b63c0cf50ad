"""Stations as users of Locust, which spreads them over as many machines as it takes.

    locust -f locustfile.py --headless -u 2000 -r 50 -t 10m --host ws://csms.example/ocpp
    locust -f locustfile.py --master            # and on each machine: locust -f - --worker ...

Here they speak 2.0.1, and one of three comes with two EVSEs and OCPP 1.6.
"""

from locust import between

from pilotwire.simulator.load import StationUser


class Station(StationUser):
    """A station of today."""

    weight = 2
    versions = ("2.0.1",)
    wait_time = between(1, 5)
    charge_seconds = (5, 20)


class OldStation(StationUser):
    """One of the many that are there."""

    weight = 1
    versions = ("1.6",)
    evses = 2
    wait_time = between(1, 5)
    charge_seconds = (5, 20)
