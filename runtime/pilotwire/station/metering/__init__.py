"""What all meters show at the same moments, whether a transaction runs or not (J01)."""
