"""Facts on their way to the CSMS."""
