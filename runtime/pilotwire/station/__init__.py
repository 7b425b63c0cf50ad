"""The behaviour of a charging station, one module a functional block, in OCPP 2.x's words.

The rule of this package: it imports no message and no dialect. What must reach the CSMS leaves as
facts (`facts`), and what the CSMS wants arrives as calls on the blocks.
"""
