/** Generators: yield as an expression, send, throw and close at every point, yield from, generator expressions. */
import { readGrammar } from './fuzz-grammar.ts';

export const GENERATORS = readGrammar(`
section:
  - def gen(n=<small>):
        <block>
    it = keep(gen())
    <drive>
    <drive>
    <drive>
    <drive>
  - def sub(n):
        <block>
    def gen(n=<small>):
        <step>
        r = yield from <outerdelegate>
        print('result', repr(r))
        <step>
    it = keep(gen())
    <drive>
    <drive>
    <drive>
    <drive>
    <drive>
  - it = keep(<genexp>)
    <drive>
    <drive>
  - class It:
        def __init__(self, n): self.n = n
        def __iter__(self): <iter>
        def __next__(self):
            self.n -= 1
            if self.n < 0: <stop>
            return self.n
        <more>
    def gen(n=<small>):
        try:
            r = yield from It(<small>)
            print('r', r)
            <block>
        except Exception as error:
            fail(error)
            yield 'handled'
    it = keep(gen())
    <drive>
    <drive>
    <drive>
  - def gen(n=<small>):
        while n < 5:
            <loopblock>
            n += 1
        return n
    it = keep(gen())
    <drive>
    <drive>
    <drive>
    <drive>
  - def tree(n):
        if n > 0:
            yield from tree(n - 1)
            yield <yielded>
            yield from tree(n - 2)
    show2(lambda: list(tree(<small>)))
  - @contextlib.contextmanager
    def managed2(n=<small>):
        <managedblock>
    try:
        with managed2() as m:
            print('body', m)
            <bodystep>
        print('after')
    except BaseException as error:
        chain(error)
managedblock:
  - yield <yielded> ;; <managedtry> ;; <managedtry>
    <step> ;; yield <yielded>
    <step>
managedtry:
  - try:
        yield <yielded>
    except <managedcaught> as error:
        print('caught', repr(error))
        <handled>
  - try:
        yield <yielded>
    finally:
        print('finally', n)
  - try:
        <managedtry>
    except <managedcaught>:
        <handled>
    else:
        print('else')
    finally:
        n += 1
managedcaught:
  - ValueError ;; Exception ;; (KeyError, ZeroDivisionError) ;; StopIteration ;; RuntimeError
handled:
  - pass ;; raise ;; raise KeyError('new') ;; return ;; raise StopIteration ;; raise RuntimeError('r') from error ;; print('handled') ;; yield 2
iter:
  - return self ;; return iter([1, 2]) ;; yield 1 ;; return 5 ;; raise ValueError('iter')
stop:
  - raise StopIteration ;; raise StopIteration(7) ;; raise ValueError('next') ;; return 0 if self.n > -3 else next(iter(()))
more:
  - pass ;; def send(self, v): print('send', v); return v ;; def throw(self, *a): print('throw', repr(a)); raise a[0] ;; def close(self): print('close') ;; def throw(self, e): print('throw', repr(e)); return 'swallowed'
bodystep:
  - pass ;; raise ValueError('body') ;; raise StopIteration(1) ;; raise GeneratorExit ;; raise StopIteration ;; 1 / 0
yielded:
  - n ;; <any> ;; 'y' ;; ~ ;; <int>
outerdelegate:
  - sub(<small>) ;; sub(<small>) ;; keep(sub(2)) ;; <delegate>
delegate:
  - (sub(n - 1) if n > 0 else 'ab') ;; <seq> ;; <any> ;; iter(<seq>) ;; (b for b in <ints>) ;; (keep(sub(n - 1)) if n > 0 else ())
step:
  - yield <yielded> ;; got = yield <yielded>; print('got', repr(got)) ;; print('step', n) ;; n += 1 ;; <try> ;; for i in <seq>: yield i ;; if n > <small>:
        <step>
  - return <any> ;; raise <exc> ;; print((yield 1), (yield 2)) ;; x = [(yield)] ;; yield from <delegate> ;; 1 / 0 ;; <try> ;; n = yield n ;; yield (yield n) ;; got = yield; print(f'{got=}') ;; x = yield from <delegate>; print(x)
  - while n < 3: <loopstep> ;; with Manager('m', <bool>): yield n ;; raise StopIteration(<small>) ;; yield n, got ;; raise ;; yield sys.exception()
loopstep:
  - n = n + 1 ;; n += 1; yield n ;; n += (yield n) or 1 ;; n += 2; print('w', n)
loopblock:
  - <step>
    if n == 2: <jump> ;; <step> ;; try:
        <step>
    finally:
        print('f', n)
        <jump> ;; try:
        <step>
    except <caught>:
        <jump>
    else:
        yield 'else'
jump:
  - pass ;; n += 1; continue ;; break ;; return 'r'
block:
  - <step>
    <step> ;; <step> ;; <try>
    <step> ;; <try>
try:
  - try:
        <block>
    except <caught> as error:
        print('caught', repr(error))
        <step>
  - try:
        <block>
    finally:
        print('finally', n)
  - try:
        <block>
    except <caught>:
        <step>
    else:
        print('else')
    finally:
        <step>
  - try:
        <block>
    except <caught>:
        print('in', repr(sys.exception()))
        raise
caught:
  - ValueError ;; GeneratorExit ;; Exception ;; (KeyError, GeneratorExit) ;; BaseException ;; StopIteration ;; RuntimeError
exc:
  - ValueError('v') ;; KeyError('k') ;; StopIteration(9) ;; GeneratorExit ;; StopIteration ;; ValueError ;; RuntimeError('r') ;; GeneratorExit()
drive:
  - show2(lambda: next(it)) ;; show2(lambda: next(it)) ;; show2(lambda: it.send(<any>)) ;; show2(lambda: it.throw(<exc>)) ;; show2(lambda: it.close()) ;; show2(lambda: list(it)) ;; show2(lambda: next(it, 'default')) ;; show2(lambda: it.send(None))
  - show2(lambda: [v for v, _ in zip(it, range(2))]) ;; show2(lambda: tuple(it)) ;; show2(lambda: (it.gi_running, it.gi_yieldfrom is None, it.gi_frame is None)) ;; show2(lambda: <any> in it) ;; show2(lambda: (next(it), next(it)))
  - show2(lambda: max(it)) ;; show2(lambda: ''.join(it)) ;; show2(lambda: dict(it)) ;; show2(lambda: [*it]) ;; show2(lambda: inspect.getgeneratorstate(it)) ;; show2(lambda: sum(it, <any>)) ;; show2(lambda: [a for a in it if a]) ;; show2(lambda: next(it).__class__)
  - try:
        for b in it:
            print('item', repr(b))
            if b == <small>: break
        else:
            print('all')
    except BaseException as error:
        chain(error)
  - try:
        a, *b = it
        print(a, b)
    except BaseException as error:
        chain(error)
genexp:
  - (b for b in <seq>) ;; ((a, b) for a in <ints> for b in <ints> if <bool>) ;; (<any> for b in <seq> if b) ;; (b for a in <seq> for b in a) ;; map(<key>, <seq>) ;; zip(<seq>, <seq>) ;; filter(<key>, <seq>) ;; enumerate(<seq>) ;; iter(lambda: next(k2, 0), 1) ;; itertools.chain(<seq>, <any>) ;; (1 // b for b in <ints>) ;; itertools.takewhile(<key>, <seq>) ;; itertools.starmap(<key>, <pairs>) ;; itertools.cycle(()) ;; reversed(<list>) ;; itertools.tee(<seq>)[0] ;; itertools.compress(<seq>, <seq>)
`);
