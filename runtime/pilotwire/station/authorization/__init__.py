"""Who may charge: tokens, what is known of them, and what the CSMS says (C)."""
