"""What generated code stands on, written by hand; the generator copies it to `pilotwire.ocpp`."""
