"""How the station comes to be accepted, stays known to be alive, and starts anew (B)."""
