import warnings, sys

def old():
    warnings.warn('old is deprecated', DeprecationWarning, stacklevel=2)

old()
warnings.warn('plain')
for _ in range(2):
    warnings.warn('once per place')
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('caught', RuntimeWarning)
    old()
    print([(x.category.__name__, str(x.message), x.lineno) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        warnings.warn('as error', UserWarning)
    except UserWarning as e:
        print(repr(e))
    try:
        async def co(): pass
        co()
    except RuntimeWarning:
        print('not raised here')
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('silent')
print('end')
