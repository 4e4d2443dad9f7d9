# Coroutines that nobody awaited go through the filters of the module warnings like every other warning.
import warnings


async def lost(n):
    return n


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    lost(1)
    kept = lost(2)
    del kept
    for i in range(2):
        lost(i)
for entry in seen:
    print(entry.category.__name__, entry.message, entry.lineno, type(entry.source).__name__)

with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    lost(3)

for i in range(3):
    lost(i)  # once for the place

with warnings.catch_warnings():
    warnings.filterwarnings('error', message='coroutine .* was never awaited')
    lost(4)
print('goes on')
