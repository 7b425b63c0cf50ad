"""OCPP 1.6, spoken for the station: a module a block."""
