"""The generator: official OCPP schemas in, typed messages out. A tool, not shipped.

import -> patch -> bundle -> models -> dispatch -> write; `python -m codegen --help` is the door.
"""
