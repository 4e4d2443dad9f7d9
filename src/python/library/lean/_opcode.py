"""A part of _opcode: this interpreter's instructions are its own, and none of them is specialised while it runs."""

ENABLE_SPECIALIZATION = 0
ENABLE_SPECIALIZATION_FT = 0
