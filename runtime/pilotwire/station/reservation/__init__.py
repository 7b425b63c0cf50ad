"""Who has an EVSE to himself until he comes (H)."""
