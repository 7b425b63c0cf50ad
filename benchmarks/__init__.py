"""Ratios against peers and floors, all from one run: `nox -s bench`.

A benchmark is a function that returns its figures; what it compares runs in the same process, one
right after the other, so that the ratios hold on any computer where the seconds do not.
"""
