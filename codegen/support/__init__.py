"""Hand-written modules that generated code stands on; the generator copies them to `pilotwire.ocpp`."""
