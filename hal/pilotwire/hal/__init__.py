"""The hardware abstraction layer: what a station needs of its hardware, and who provides it."""
