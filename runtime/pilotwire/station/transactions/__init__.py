"""Transactions: what is kept of them, and when they begin and end (E)."""
