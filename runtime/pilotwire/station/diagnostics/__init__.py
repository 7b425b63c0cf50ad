"""What the station logs, kept on disk, and the logs that the CSMS gets (N01)."""
