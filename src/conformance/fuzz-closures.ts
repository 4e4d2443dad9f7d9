/** Functions: closures, nonlocal and global, defaults, every mix of parameters and arguments, decorators, recursion. */
import { readGrammar } from './fuzz-grammar.ts';

export const CLOSURES = readGrammar(`
section:
  - def f(<parameters>):
        return <seen>
    show(lambda: f(<arguments>))
    show(lambda: f(<arguments>))
    show(lambda: f(<arguments>))
  - f = lambda <parameters>: <seen>
    show(lambda: f(<arguments>))
    show(lambda: f(<arguments>))
  - def outer(a, b=2):
        n = <value>
        def inner(<parameters>):
            <declare>
            <innerstep>
            <innerstep>
            return <seen>
        return inner
    try:
        f = outer(<value>)
        show(lambda: f(<arguments>))
        show(lambda: f(<arguments>))
    except Exception as error:
        fail(error)
  - fs = [<lambda> for i in range(3)]
    show(lambda: [f(<value>) for f in fs])
  - def counter():
        n = 0
        def up(by=1):
            nonlocal n
            n <augmented> by
            return n
        def get(): return n
        return up, get
    up, get = counter()
    show(lambda: (up(), up(<value>), get()))
    show(lambda: (up(<value>), get()))
  - def f(a=<value>, b=[], *, c={}):
        b.append(a)
        c[a] = len(b)
        return b, c
    show(lambda: f())
    show(lambda: f(<arguments>))
    show(lambda: f(<value>))
  - def deco(<decoparameters>):
        def wrap(func):
            def inner(*args, **kwargs):
                print('call', func.__name__, args, kwargs)
                return func(*args, **kwargs)
            <wraps>
            return inner
        return wrap
    try:
        @deco(<arguments>)
        def g2(<parameters>):
            'doc'
            return <seen>
        show(lambda: g2(<arguments>))
        print(g2.__name__, g2.__doc__, g2.__defaults__, g2.__kwdefaults__)
    except Exception as error:
        fail(error)
  - def f(n, acc=<value>):
        if n <= 0: return acc
        return f(n - 1, <grow>)
    show(lambda: f(<small>))
  - def f():
        <scopestep>
        <scopestep>
        <scopestep>
        return a
    show(lambda: f())
    print(a, b)
  - def f():
        <scopestep>
        class C:
            <scopestep>
            n = <value>
            b = [n for i in range(2)]
            def m(self): return n
        <scopestep>
        return C.b, C().m(), vars(C).get('a')
    show(lambda: f())
  - try:
        <call>
    except Exception as error:
        fail(error)
  - class K:
        def m(<selfparameters>): return <seen>
        @classmethod
        def cm(cls, <parameters>): return cls.__name__, <seen>
        @staticmethod
        def sm(<parameters>): return <seen>
    show(lambda: K().m(<arguments>))
    show(lambda: K.m(<arguments>))
    show(lambda: K.cm(<arguments>))
    show(lambda: K().sm(<arguments>))
selfparameters:
  - self ;; self, <parameters> ;; <parameters> ;; *args ;; self, /, a ;; self, *, a
seen:
  - sorted(locals().items()) ;; sorted(locals().items()) ;; a ;; (a, b) ;; n
parameters:
  - a ;; a, b ;; ~ ;; a, b=<value> ;; *args ;; **kwargs ;; a, *args ;; a, *, k ;; a, *, k=<value> ;; a, /, b ;; a, b=<value>, /, c=3, *, k, **kwargs ;; a=1, *args, k=<value>, **kwargs ;; a, b, c ;; a, /, *, k, j ;; a, b, *args, **kwargs ;; a, **kwargs ;; a, b, c, j, k ;; *, k=1, j ;; n
decoparameters:
  - *args, **kwargs ;; a=1 ;; a, b ;; *, k=2
wraps:
  - pass ;; inner = functools.wraps(func)(inner) ;; inner.__name__ = 'renamed'
value:
  - 1 ;; 'z' ;; None ;; <int> ;; <str> ;; [<int>] ;; a ;; (1, 2)
argument:
  - <value> ;; a=<value> ;; b=<value> ;; k=<value> ;; *<seq> ;; **<kwdict> ;; <value> ;; c=<value> ;; j=<value> ;; zz=<value>
arguments:
  - ~ ;; <value> ;; <value>, <value> ;; <value>, <kwarguments> ;; <value>, <value>, <value> ;; <kwarguments> ;; *<seq> ;; <value>, *<seq>, <kwarguments> ;; <value>, <value>, <value>, <value> ;; *<any> ;; <value>, <value>, <value>, <value>, <value>
kwarguments:
  - k=<value> ;; b=<value> ;; **<kwdict> ;; a=<value> ;; a=<value>, **<kwdict> ;; j=<value>, k=<value> ;; b=<value>, zz=<value> ;; **<any> ;; kk=1 ;; *<seq>, k=1 ;; c=1, **<kwdict>, b=2
kwdict:
  - {'k': <value>} ;; {} ;; {'a': <value>} ;; {'b': <value>, 'zz': 1} ;; dict(j=<value>) ;; d
declare:
  - pass ;; nonlocal n ;; nonlocal n ;; nonlocal b, n ;; global c
innerstep:
  - n = <value> ;; n += 1 ;; c = <value> ;; print(n) ;; del n ;; b = [n, b] ;; n = [*n, 1] if isinstance(n, list) else [n] ;; args = 1 ;; [n for n in range(3)]
scopestep:
  - a = <value> ;; a += 1 ;; global a ;; print(a) ;; del a ;; b = <value> ;; print([a for a in range(2)], a) ;; for a in <ints>: pass ;; import math as a ;; c = [a := i for i in range(2)] ;; (a := <value>) ;; if <bool>: a = <value> ;; try: raise ValueError(1)
    except ValueError as a: print(a) ;; def a(): return <value> ;; print(b) ;; exec('a = 9') ;; print(sorted(k for k in locals()))
lambda:
  - lambda v: (i, v) ;; lambda v, i=i: (i, v) ;; (lambda i: lambda v: i)(i) ;; lambda v, *, i: v ;; lambda *v: [i for _ in v] ;; functools.partial(lambda *v, **k: (v, k), i, k=1) ;; (lambda v: (yield v)) if 0 else str ;; lambda v: (w := v, i)
augmented:
  - += ;; -= ;; *= ;; //= ;; ^=
grow:
  - acc ;; (n, acc) ;; [acc, n] ;; acc + n ;; acc * 2 ;; f(n - 2, n)
call:
  - print(<arguments>, sep=<value>) ;; print(sorted(<arguments>)) ;; print(len(<arguments>)) ;; print(max(<arguments>)) ;; print(int(<arguments>)) ;; print(dict(<arguments>)) ;; print(str(<arguments>)) ;; print(isinstance(<arguments>)) ;; print(range(<arguments>))
  - print(list(<arguments>)) ;; print(sum(<arguments>)) ;; print(round(<arguments>)) ;; print(getattr(<arguments>)) ;; print(zip(<arguments>)) ;; print(pow(<arguments>)) ;; print('a'.join(<arguments>)) ;; print([].append(<arguments>)) ;; print({}.get(<arguments>)) ;; print('x'.split(<arguments>)) ;; print(enumerate(<arguments>)) ;; print(abs(<arguments>))
  - print(min(<arguments>)) ;; print(any(<arguments>)) ;; print(chr(<arguments>)) ;; print(bool(<arguments>)) ;; print(float(<arguments>)) ;; print(tuple(<arguments>)) ;; print(set(<arguments>)) ;; print(iter(<arguments>)) ;; print(next(<arguments>)) ;; print(divmod(<arguments>)) ;; print(hasattr(<arguments>)) ;; print('{}'.format(<arguments>)) ;; print(callable(<arguments>)) ;; print([].sort(<arguments>)) ;; print({}.update(<arguments>)) ;; print(sorted(*<arguments>))
  - (<value>)(<arguments>) ;; print(slice(<arguments>)) ;; print(object(<arguments>)) ;; print(type(<arguments>)) ;; print(ValueError(<arguments>)) ;; print(repr(ValueError(<arguments>))) ;; print(bytes(<arguments>)) ;; print(super(<arguments>)) ;; print(map(<arguments>)) ;; print(filter(<arguments>)) ;; print([].index(<arguments>)) ;; print({}.pop(<arguments>)) ;; print('abc'.replace(<arguments>)) ;; print('abc'.find(<arguments>)) ;; print(complex(<arguments>)) ;; print(frozenset(<arguments>)) ;; print(reversed(<arguments>)) ;; print([].extend(<arguments>)) ;; print([1].pop(<arguments>)) ;; print(set().add(<arguments>)) ;; print('a'.encode(<arguments>)) ;; print({}.setdefault(<arguments>)) ;; print(int.from_bytes(<arguments>))
`);
