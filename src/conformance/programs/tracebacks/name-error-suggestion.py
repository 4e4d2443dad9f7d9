import math
value = 3
print(math.floor(2.5))
print(valu)
