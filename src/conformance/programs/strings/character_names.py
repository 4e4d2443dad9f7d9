"""Characters by name, and names of characters."""

import unicodedata

print("\N{EM SPACE}" == "\u2003", "\N{EN SPACE}\N{CEDILLA}\N{greek capital letter delta}", "\N{LONG RIGHTWARDS SQUIGGLE ARROW}")
print("\N{BOX DRAWINGS LIGHT HORIZONTAL}\N{BLACK RIGHT-POINTING TRIANGLE}\N{N-ARY SUMMATION}\N{INDIAN RUPEE SIGN}")
for first, last in ((0xA0, 0xFF), (0x300, 0x345), (0x2010, 0x2040), (0x20A0, 0x20BF), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x25FF)):
    names = [unicodedata.name(chr(point), "?") for point in range(first, last + 1)]
    print(len(names), sum(map(len, names)), names[:3], names[-2:])
    print(all(unicodedata.lookup(name) == chr(first + place) for place, name in enumerate(names) if name != "?"))
