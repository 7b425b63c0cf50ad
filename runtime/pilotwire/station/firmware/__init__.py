"""Firmware updates (L01, L02; 1.6 5.19, white paper L01)."""
