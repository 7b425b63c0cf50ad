"""Publishes firmware over HTTP, for a local controller (L03, L04).

publisher = HttpPublisher("published", host="192.168.7.1")
async with publisher, ChargingStation(..., files="files", publisher=publisher) as station:
    ...
"""

from pilotwire.publishing.http_publisher import HttpPublisher, PublisherLimits

__all__ = ["HttpPublisher", "PublisherLimits"]
