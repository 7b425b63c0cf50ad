"""Smart charging (K; 1.6 3.13): profiles, what they add up to, and limits that reach the pilot."""
