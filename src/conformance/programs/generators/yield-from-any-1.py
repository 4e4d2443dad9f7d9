def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def inner():
    try: r = yield 'i1'; print('inner', r)
    except KeyError as e: print('inner caught', e); yield 'i-handled'
    return 'inner-ret'
def outer():
    v = yield from inner(); print('v', v)
    w = yield from [1, 2]; print('w', w)
    return 'outer-ret'
o = outer(); t(next, o); t(o.send, 'S'); t(o.send, None); t(o.send, 'zz')
o = outer(); next(o); t(o.throw, KeyError('k')); t(next, o); t(o.throw, TypeError('tt'))
o = outer(); next(o); print(o.gi_yieldfrom.__name__, o.gi_suspended); t(o.close); print(o.gi_yieldfrom)
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def send(s, v): print('send', v); return v
    def throw(s, *a): print('throw', a); raise StopIteration('thr')
    def close(s): print('closed')
def deleg():
    r = yield from It(); print('r', r); yield 'end'
d = deleg(); next(d); t(d.send, 5); t(d.throw, ValueError('q')); t(d.close); d = deleg(); next(d); t(d.close)
