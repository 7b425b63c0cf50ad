"""The border to the hardware: what goes over it has a time limit, what comes over it is checked."""
