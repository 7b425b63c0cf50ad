"""OCPP 2.x, spoken for the station in 2.1's types: a module a block, named as the block."""
