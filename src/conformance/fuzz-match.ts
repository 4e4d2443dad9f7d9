/** match: every kind of pattern against every kind of subject; a pattern that CPython refuses must be refused with its text. */
import { readGrammar } from './fuzz-grammar.ts';

export const MATCH = readGrammar(`
section:
  - source = r'''
    def f(a=<any0>):
        match <subject>:
            <case>
            <case>
            <case>
        return sorted((k, v) for k, v in locals().items() if k != 'a')
    show2(f)
    for value in <subjects>:
        show2(lambda: f(value))
    '''
    execute(source)
  - source = r'''
    x = y = z = None
    match <subject>:
        <case>
        <case>
    print(x, y, z)
    '''
    execute(source)
  - source = r'''
    class Sub(<subbase>): <args>
    def f(a=Sub(<any0>)):
        match a:
            <case>
            <case>
        return sorted((k, repr(v)[:20]) for k, v in locals().items() if k != 'a')
    show2(f)
    '''
    execute(source)
subbase:
  - Point ;; list ;; dict ;; int ;; str ;; tuple ;; collections.UserDict ;; collections.deque ;; object ;; bytearray ;; collections.abc.Sequence ;; collections.namedtuple('N', 'x')
args:
  - pass ;; __match_args__ = ('y', 'x') ;; __match_args__ = ['x'] ;; __match_args__ = (1,) ;; __match_args__ = () ;; x = 1
any0:
  - 1 ;; 'a' ;; None ;; [1, 2] ;; {'k': 1} ;; (1, [2, 3]) ;; Point(1, 2) ;; <int> ;; [] ;; {} ;; 2.0 ;; True ;; b'a' ;; {'k': [1, 2], 'j': 2} ;; Color.RED ;; Point(Point(0, 1), [1]) ;; range(3) ;; -1 ;; 1j ;; ('a', 'b') ;; {1, 2} ;; int
subject:
  - a ;; <any0> ;; a, <any0> ;; *a, 1 ;; (a := <any0>) ;; [a, a] ;; {'k': a}
subjects:
  - [1, 'a', None, [1, 2], {'k': 1}, (1, [2, 3])] ;; [Point(1, 2), Point(0, 0), 2.0, True, -1, b'a'] ;; [<any0>, <any0>, <any0>] ;; [[], [1], [1, 2, 3], (), 'ab', range(2)] ;; [{}, {'k': 1, 'j': 2}, {'k': {'k': 1}}, {1: 2}, d]
case:
  - case <pattern>: print('<label>', <seen>) ;; case <pattern>: print('<label>', <seen>) ;; case <pattern> if <guard>: print('<label>', <seen>) ;; case <open>: print('<label>', <seen>) ;; case <pattern>: return '<label>' ;; case _: print('default')
label:
  - one ;; two ;; three
seen:
  - 1 ;; x ;; x, y ;; y ;; sorted(locals()) ;; rest
guard:
  - True ;; x ;; x > 1 ;; (y := 3) ;; False ;; isinstance(x, int) ;; len(x) ;; 1 / 0
capture:
  - x ;; y ;; z ;; _ ;; _ ;; _
pattern:
  - 1 ;; 'a' ;; None ;; <value> ;; <closed> ;; <closed> ;; <closed> | <closed> ;; <pattern> as <capture> ;; (<pattern>) ;; <closed> as x ;; <capture>
value:
  - 1 ;; 2 ;; -1 ;; 2.0 ;; 'a' ;; b'a' ;; True ;; None ;; Color.RED ;; -1.5 ;; 1+2j ;; 'a' 'b' ;; math.pi ;; f'a' ;; False ;; 0 ;; Point.nope ;; 1-1
closed:
  - <value> ;; [] ;; [<capture>] ;; [<pattern>, <pattern>] ;; [<pattern>, *<star>] ;; (<capture>, *<star>, <pattern>) ;; (<pattern>,) ;; () ;; [*_] ;; [*<star>, *<star>] ;; {} ;; {'k': <pattern>} ;; {'k': <pattern>, 'j': <pattern>}
  - {'k': <capture>, **rest} ;; {<mapkey>: <pattern>} ;; {**rest} ;; {<mapkey>: <capture>, <mapkey>: <pattern>} ;; int() ;; int(<capture>) ;; str() ;; str(<capture>) ;; float(<pattern>) ;; list(<pattern>) ;; bool() ;; Point() ;; Point(<pattern>) ;; Point(<pattern>, <pattern>) ;; Point(x=<pattern>) ;; Point(<pattern>, y=<pattern>) ;; Point(<pattern>, x=<pattern>)
  - Point(1, 2, 3) ;; Point(x=<capture>, x=1) ;; dict(<capture>) ;; (<pattern> | <pattern>) ;; nothere() ;; d() ;; tuple((<pattern>, <pattern>)) ;; Point(z=1) ;; int(1, 2) ;; int(real=<pattern>) ;; object() ;; type() ;; bytes(<capture>) ;; set() ;; Color() ;; {**_} ;; collections.abc.Sequence() ;; str() | int() ;; [int(), str() as x]
mapkey:
  - 'k' ;; 'j' ;; 1 ;; None ;; Color.RED ;; -1 ;; True ;; x
star:
  - rest ;; _ ;; y ;; z
open:
  - <pattern>, <pattern> ;; <capture>, *<star> ;; *_, ;; <pattern>, ;; *<star>, <pattern>
`);
