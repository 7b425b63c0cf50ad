"""One EVSE: its state, its power path, and what makes the two agree."""
