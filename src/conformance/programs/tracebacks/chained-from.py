def load(d, k):
    try:
        return d[k]
    except KeyError as e:
        raise LookupError(f'no {k!r}') from e

def outer():
    try:
        load({}, 'key')
    except LookupError:
        raise RuntimeError('while handling')

outer()
