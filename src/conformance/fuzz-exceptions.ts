/** try in all its forms, what return, break, continue and raise do in it, chains, groups, context managers. */
import { readGrammar } from './fuzz-grammar.ts';

export const EXCEPTIONS = readGrammar(`
section:
  - def f(a=<small>):
        <block>
        return 'end'
    show2(lambda: f())
  - def f(a=<small>):
        for i in range(3):
            <loopblock>
        else:
            print('else of for')
        return 'end', i
    show2(lambda: f())
  - def f(a=<small>):
        i = 0
        while i < 3:
            i += 1
            <loopblock>
        return i
    show2(lambda: f())
  - def f(a=<small>):
        with <manager> as m, <manager>:
            <block>
        return 'end'
    show2(lambda: f())
  - try:
        <block0>
    except BaseException as error:
        chain(error)
  - show2(lambda: <risky>) ;; show2(lambda: <risky>)
  - try:
        <starraise>
    except BaseException as error:
        chain(error)
    finally:
        print('finally', sys.exception())
  - def f(a=<small>):
        try:
            <starraise>
        except* <startype> as group:
            chain(group)
            <starbody>
        except* <startype>:
            print('second', repr(sys.exception()))
            <starbody>
        else:
            print('no group')
        finally:
            print('finally')
        return 'end'
    show2(lambda: f())
  - def f(eg=<group>):
        return <groupcall>
    show2(lambda: f())
  - class Own(<base>):
        def __init__(self, n, *rest):
            <init>
            self.n = n
    try:
        raise Own(<ownargs>)
    except <type1> as error:
        chain(error)
        print(error.args, vars(error))
    except BaseException as error:
        print('other')
        chain(error)
starbody:
  - pass ;; raise ;; raise KeyError('new') ;; raise ValueError('from') from None ;; raise group ;; x = 1 / 0
startype:
  - ValueError ;; TypeError ;; Exception ;; (ValueError, KeyError) ;; OSError ;; ExceptionGroup
starraise:
  - raise <group> ;; raise <group> ;; <risk> ;; pass ;; raise <group> from ValueError('cause')
group:
  - ExceptionGroup('g', [<exc>]) ;; ExceptionGroup('g', [<exc>, <exc>]) ;; ExceptionGroup('outer', [<exc>, <group>]) ;; BaseExceptionGroup('b', [<exc>, KeyboardInterrupt()]) ;; ExceptionGroup('e', []) ;; ExceptionGroup('t', [<exc>, 1]) ;; ExceptionGroup('g', (<group>, <exc>)) ;; BaseExceptionGroup('b', [<exc>])
groupcall:
  - eg.split(<matcher>) ;; eg.subgroup(<matcher>) ;; eg.exceptions ;; str(eg) ;; eg.derive([<exc>]) ;; [repr(e) for e in eg.exceptions] ;; eg.message ;; eg.args
matcher:
  - ValueError ;; (ValueError, TypeError) ;; lambda e: isinstance(e, KeyError) ;; lambda e: True ;; ExceptionGroup ;; 1
base:
  - Exception ;; ValueError ;; KeyError ;; LookupError ;; OSError ;; BaseException ;; StopIteration ;; UnicodeError ;; ImportError
init:
  - pass ;; super().__init__(n) ;; super().__init__(n, *rest) ;; super().__init__() ;; self.args = (n,) ;; self.add_note('n')
ownargs:
  - 1 ;; 1, 2 ;; 'x' ;; ~ ;; 1, 'b', 'c'
type1:
  - Own ;; ValueError ;; Exception ;; LookupError ;; (Own, TypeError)
exc:
  - ValueError(1) ;; ValueError('v') ;; TypeError('t') ;; KeyError('k') ;; IndexError() ;; ZeroDivisionError(0, 1) ;; OSError(9999, 'no') ;; StopIteration(3) ;; AttributeError('x', name='n') ;; RuntimeError(<any>) ;; AssertionError() ;; ImportError('i', name='m') ;; OSError('only')
type0:
  - ValueError ;; TypeError ;; KeyError ;; LookupError ;; Exception ;; ZeroDivisionError ;; (ValueError, KeyError) ;; ArithmeticError ;; BaseException ;; NameError ;; (TypeError, (KeyError, OSError)) ;; OSError ;; AssertionError
catcher:
  - except <type0>: ;; except <type0> as error: ;; except Exception as error: ;; except: ;; except a: ;; except (ValueError, <type0>) as error: ;; except ValueError, TypeError:
risk:
  - raise <exc> ;; raise <exc> from <exc> ;; raise <exc> from None ;; 1 / 0 ;; {}['k'] ;; [][1] ;; int('x') ;; undefined ;; None.attr ;; assert a > 100, <any> ;; assert not a ;; print(a) ;; raise ValueError ;; raise 1 ;; raise ValueError from 1 ;; del undefined ;; 'a' + 1 ;; next(iter([])) ;; len(5) ;; a.x = 1 ;; raise ;; raise sys.exception() ;; raise error ;; pass ;; [].pop() ;; f(1, 2, 3) ;; import nothere ;; from math import nothere
step:
  - print('step', a) ;; <risk> ;; <try> ;; return <any> ;; a += 1 ;; print(repr(sys.exception())) ;; <with> ;; if a > 1: <risk> ;; <try>
loopstep:
  - <step> ;; break ;; continue ;; if i == 1: break ;; if i: continue ;; <looptry> ;; if i > 1: raise <exc> ;; <looptry> ;; return i
block:
  - <step> ;; <step>
    <step> ;; <try>
loopblock:
  - <loopstep> ;; <loopstep>
    <loopstep> ;; <looptry>
block0:
  - <risk> ;; <try0>
try0:
  - try:
        <risk>
    <catcher>
        <risk>
    finally:
        print('finally')
try:
  - try:
        <block>
    <catcher>
        <handler>
  - try:
        <block>
    finally:
        <block>
  - try:
        <block>
    <catcher>
        <handler>
    else:
        <block>
    finally:
        print('finally', repr(sys.exception()))
  - try:
        <block>
    except <type0> as error:
        <handler>
    except <type0>:
        <handler>
    else:
        print('else')
looptry:
  - try:
        <loopblock>
    <catcher>
        <loophandler>
  - try:
        <loopblock>
    finally:
        <loopblock>
  - try:
        <loopblock>
    <catcher>
        <loophandler>
    else:
        <loopblock>
    finally:
        <loopblock>
handler:
  - print('caught', repr(sys.exception())) ;; raise ;; raise <exc> ;; raise <exc> from sys.exception() ;; pass ;; <step> ;; raise <exc> from None ;; chain(sys.exception()) ;; return repr(sys.exception()) ;; error = <any> ;; del error ;; raise error ;; error.add_note('note'); raise ;; raise error from error ;; raise error.with_traceback(None)
loophandler:
  - <handler> ;; break ;; continue ;; print('caught', i)
with:
  - with <manager>:
        <block>
  - with <manager> as m, <manager> as (n, o):
        <block>
  - with (<manager> as m, <manager>):
        print(m)
        <block>
manager:
  - Manager('m', False) ;; Manager('s', True) ;; contextlib.suppress(<type0>) ;; Manager('e', KeyError('exit')) ;; contextlib.nullcontext(<any>) ;; managed('g') ;; swallowing('w') ;; None ;; Manager ;; contextlib.closing(Manager('c', 0)) ;; contextlib.ExitStack()
risky:
  - int(<any>) ;; <any>[<any>] ;; <any>.attr ;; <any>() ;; (<any>)(1) ;; <any> + <any> ;; getattr(<any>, 'x') ;; undefined ;; list(<any>) ;; [*<any>] ;; iter(<any>) ;; len(<any>) ;; hash(<list>) ;; <any> < <any> ;; 'a'.join(<any>) ;; float(<any>) ;; repr(<exc>) ;; str(<exc>) ;; (<exc>).args ;; <exc> == <exc> ;; (<exc>).with_traceback(<any>) ;; (<exc>).add_note(<any>) ;; f(*<any>) ;; f(**<any>) ;; isinstance(1, <any>) ;; issubclass(<any>, int) ;; dict(<any>) ;; max(<any>) ;; abs(<any>) ;; -<any> ;; [][<any>] ;; 'abc'[<any>] ;; (1, 2)[<any>] ;; bytes(<any>) ;; range(<any>) ;; chr(<any>) ;; ord(<any>) ;; round(<any>) ;; sum(<any>) ;; sorted(<any>) ;; print(1, sep=<any>) ;; type(<any>)(<any>) ;; ValueError(<any>).args ;; int(<str>, <int>) ;; s.foo ;; p.appendd ;; math.sqroot ;; <any>.__class__.__name__ ;; pow(<any>, <small>) ;; divmod(<any>, <any>) ;; <any> @ <any> ;; not <any> ;; <any> in <any>
`);
