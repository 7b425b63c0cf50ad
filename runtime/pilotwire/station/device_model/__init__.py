"""The variables: what they are, their values, and what the CSMS does with them (B05 to B08)."""
