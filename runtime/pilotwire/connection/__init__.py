"""The connection between a station and its CSMS."""
