"""`python -m pilotwire` is the `pilotwire` command."""

from pilotwire.cli import main

main()
