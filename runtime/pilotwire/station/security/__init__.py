"""The station's keys and certificates, and those that it trusts (blocks A and M)."""
