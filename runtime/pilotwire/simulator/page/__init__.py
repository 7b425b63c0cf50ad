"""The simulator's page: for people, in a browser, on the same acts and views as all other fronts.

app = create_app(simulator, mounts=[mount])
"""

from pilotwire.simulator.page.mounting import mount

__all__ = ["mount"]
