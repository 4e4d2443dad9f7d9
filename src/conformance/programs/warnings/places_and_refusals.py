"""Where a warning is said to be, files that are skipped, and what warn refuses."""
import warnings

helper = compile('''
import warnings
def inner(**keywords):
    warnings.warn('deep', **keywords)
def outer(**keywords):
    inner(**keywords)
''', 'lib/helper.py', 'exec')
names = {'__name__': 'helper'}
exec(helper, names)


def place(**keywords):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        names['outer'](**keywords)
    return [(w.filename.split('/')[-1], w.lineno) for w in seen]


print(place(), place(stacklevel=2), place(stacklevel=3), place(skip_file_prefixes=('lib/',)), place(skip_file_prefixes=('nowhere',)))
print(place(stacklevel=3, skip_file_prefixes=('lib/',)), place(stacklevel=99))


def told(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, '|', error)


for operation in (
    lambda: warnings.warn('a', 5), lambda: warnings.warn('a', int), lambda: warnings.warn('a', stacklevel='x'), lambda: warnings.warn('a', skip_file_prefixes='x'),
    lambda: warnings.warn_explicit('a', None, None, None), lambda: warnings.warn_explicit('a', UserWarning, 'f', 'x'), lambda: warnings.simplefilter('loud'),
    lambda: warnings.filterwarnings('ignore', 5), lambda: warnings.filterwarnings('ignore', category=5), lambda: warnings.filterwarnings('ignore', lineno=-1),
):
    told(operation)
for action in ('error', 'ignore', 'default', 'module', 'once', 'always'):
    with warnings.catch_warnings(record=True) as seen:
        warnings.resetwarnings()
        warnings.filterwarnings(action, category=UserWarning)
        try:
            for _ in range(3):
                warnings.warn('again', UserWarning)
        except UserWarning as error:
            print('raised', error)
        print(action, len(seen), warnings.filters)
