"""What the meter shows, and when it is asked (J)."""
