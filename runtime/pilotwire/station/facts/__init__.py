"""What passes between the station and a dialect: plain facts, in no version's messages.

A module a block. What the CSMS must hear of is a `Fact`: it waits in the outbox as JSON text, so a
field that is added to one needs a default that is right for the rows of yesterday.
"""
