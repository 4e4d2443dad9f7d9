/** Expressions of every built-in type: what the grammars of all topics share. Small numbers where a size is meant. */
import { readGrammar } from './fuzz-grammar.ts';

export const VALUES = readGrammar(String.raw`
small:
  - 0 ;; 1 ;; 2 ;; 3 ;; 5
count:
  - 0 ;; 1 ;; 2 ;; 3 ;; 7 ;; 12 ;; 40
index:
  - 0 ;; 1 ;; 2 ;; -1 ;; -2 ;; 3 ;; 7 ;; -9
bound:
  - ~ ;; <index>
slice:
  - <bound>:<bound> ;; <bound>:<bound>:<stride>
stride:
  - 1 ;; -1 ;; 2 ;; -2 ;; ~ ;; 0
intname:
  - a ;; b ;; c
int:
  - 0 ;; 1 ;; 2 ;; 3 ;; -1 ;; 7 ;; -8 ;; 10 ;; 255 ;; True ;; 2**30 ;; 2**64 ;; 10**20 ;; <intname> ;; <intname> ;; <intname>
  - (<int> + <int>) ;; (<int> - <int>) ;; (<int> * <int>) ;; (<int> // <int>) ;; (<int> % <int>) ;; -<int> ;; ~<int>
  - (<int> & <int>) ;; (<int> | <int>) ;; (<int> ^ <int>) ;; (<int> << <small>) ;; (<int> >> <small>) ;; (<int>) ** <small>
  - len(<seq>) ;; abs(<int>) ;; int(<float>) ;; round(<float>) ;; pow(<int>, <small>, <int>) ;; divmod(<int>, <int>)[<small>]
  - (<int> if <bool> else <int>) ;; max(<int>, <int>) ;; sum(<ints>) ;; (<int>).bit_length() ;; int(<str>) ;; ord(<str>)
  - (<list>)[<index>] ;; (<str>).find(<str>) ;; (<list>).count(<any>) ;; (<list>).index(<any>) ;; hash(<small>) ;; int(<bool>)
ints:
  - [1, 2, 3] ;; [] ;; (<int>, <int>) ;; [<int>, <int>, <int>] ;; range(<index>) ;; range(<index>, <index>, <step1>)
  - {<small>, <small>} ;; [<int> for a in range(<small>)] ;; (<int> for b in range(<small>)) ;; p
smallints:
  - [1, 2, 3] ;; [] ;; range(<count>) ;; range(<count>, <count>, 2) ;; [<count>, <count>, <small>] ;; [a * 3 for a in range(<small>)] ;; {<small>, <count>}
step1:
  - 1 ;; 2 ;; -1 ;; 0
float:
  - 0.5 ;; 1.5 ;; -2.25 ;; 0.1 ;; 3.0 ;; -0.0 ;; 1e16 ;; 1e-7 ;; 1e300 ;; float('inf') ;; float('-inf') ;; 123456.789 ;; x ;; y ;; x
  - (<float> + <num>) ;; (<num> - <float>) ;; (<float> * <num>) ;; (<num> / <num>) ;; (<float> // <num>) ;; (<float> % <num>)
  - -<float> ;; abs(<float>) ;; float(<int>) ;; round(<float>, <index>) ;; float(<str>) ;; sum([<float>, <num>]) ;; <float> ** <small>
num:
  - <int> ;; <float> ;; <bool>
bool:
  - True ;; False ;; <num> < <num> ;; <num> == <num> ;; <any> == <any> ;; <any> != <any> ;; (not <any>) ;; <any> in <seq>
  - (<num> <compare> <num> <compare> <num>) ;; (<bool> and <bool>) ;; (<bool> or <bool>) ;; isinstance(<any>, <type>) ;; bool(<any>)
  - any(<ints>) ;; all(<ints>) ;; <any> is None ;; <str> <compare> <str> ;; <list> <compare> <list> ;; <set> <compare> <set>
compare:
  - < ;; <= ;; == ;; != ;; > ;; >=
type:
  - int ;; str ;; float ;; list ;; dict ;; (int, str) ;; tuple ;; bool ;; type(None) ;; int | str ;; object
str:
  - 'ab' ;; '' ;; 'Hello World' ;; s ;; t ;; 'x=1, y=2' ;; '12' ;; ' pad ' ;; "it's" ;; 'tab\there' ;; 'é€😀' ;; '-3.5' ;; 'aXbXc'
  - (<str> + <str>) ;; <str> * <small> ;; (<str>)[<slice>] ;; str(<any>) ;; repr(<any>) ;; (<str>).upper() ;; (<str>).replace(<str>, <str>)
  - (<str>)[<index>] ;; f'{(<any>)}' ;; f'{(<any>)!r}' ;; (<str>).join(<strs>) ;; '%s' % (<any>,) ;; chr(<small> + 97) ;; hex(<int>)
strs:
  - ['a', 'b'] ;; [<str>, <str>] ;; (<str>).split() ;; (<str>).split(<str>) ;; <str> ;; [str(b) for b in <ints>] ;; sorted(<str>)
bytes:
  - b'ab' ;; b'' ;; u ;; b'\x00\xff' ;; bytes(<small>) ;; bytes([<small>, 65]) ;; (<bytes> + <bytes>) ;; <bytes> * <small>
  - (<bytes>)[<slice>] ;; (<str>).encode() ;; bytearray(<bytes>) ;; (<bytes>).replace(b'a', <bytes>) ;; bytes(<ints>)
list:
  - [] ;; [1, 2, 3] ;; p ;; q ;; [<any>] ;; [<any>, <any>] ;; [<any>, *<seq>] ;; (<list> + <list>) ;; <list> * <small> ;; (<list>)[<slice>]
  - list(<seq>) ;; sorted(<ints>) ;; [<any> for <target> in <pairs>] ;; [<any> for a in <ints> if <bool>] ;; list(<dict>.items())
  - [c := <any>, c] ;; [[b, a] for b in range(<small>) for a in range(b)] ;; sorted(<strs>, key=<key>) ;; list(map(<key>, <seq>))
  - list(reversed(<list>)) ;; list(zip(<seq>, <seq>)) ;; list(enumerate(<seq>)) ;; [b for b in <ints> if (a := b) > 1]
key:
  - len ;; str ;; None ;; lambda v: v ;; lambda v: -v ;; repr ;; int ;; bool ;; abs ;; str.lower ;; lambda v: (len(v), v)
target:
  - a, b ;; a, *b ;; (a, b) ;; *a, b ;; c ;; [a, (b, *c)]
pairs:
  - [(1, 2), (3, 4)] ;; <dict>.items() ;; zip(<seq>, <seq>) ;; enumerate(<seq>) ;; [<tuple>, <tuple>]
tuple:
  - () ;; (1,) ;; (1, 'a') ;; v ;; (<any>, <any>) ;; (<any>, *<seq>) ;; tuple(<seq>) ;; (<tuple> + <tuple>) ;; (<tuple>)[<slice>]
  - divmod(<num>, <num>) ;; (<str>).partition(<str>) ;; <tuple> * <small>
hashable:
  - 1 ;; 'a' ;; 0 ;; 'b' ;; (1, 2) ;; None ;; 1.0 ;; True ;; <int> ;; <str> ;; <float> ;; <tuple>
dict:
  - {} ;; {'a': 1, 'b': 2} ;; d ;; e ;; {<hashable>: <any>} ;; {<hashable>: <any>, <hashable>: <any>} ;; {**<dict>, <hashable>: <any>}
  - (<dict> | <dict>) ;; dict(a=<any>, b=<any>) ;; dict(<pairs>) ;; {a: b for a, b in <pairs>} ;; {a: <any> for a in <ints> if <bool>}
  - dict.fromkeys(<seq>, <any>) ;; dict(zip(<seq>, <seq>)) ;; dict([<tuple>]) ;; dict(<dict>, a=<any>)
set:
  - {1, 2} ;; set() ;; g ;; {<small>, <small>, <count>} ;; set(<smallints>) ;; (<set> | <set>) ;; (<set> & <set>) ;; (<set> - <set>)
  - frozenset(<smallints>) ;; {a % 5 for a in range(<count>)} ;; {*<smallints>} ;; <set>.union(<smallints>) ;; <set>.difference(<ints>)
seq:
  - <list> ;; <tuple> ;; <str> ;; <dict> ;; <ints> ;; <set> ;; <bytes> ;; range(<index>)
any:
  - 1 ;; 'a' ;; None ;; <int> ;; <str> ;; <float> ;; <bool> ;; <list> ;; <tuple> ;; <dict> ;; <set> ;; <bytes> ;; <int> ;; <str>
  - range(<index>) ;; range(<index>, <index>, <step1>) ;; ... ;; slice(<index>, <index>) ;; 2j ;; (<any> if <bool> else <any>) ;; <type>
name:
  - a ;; b ;; c ;; x ;; y ;; s ;; t ;; p ;; q ;; d ;; e ;; g ;; v
`);

/** What a name is at first; written into a program that uses it. */
export const FIRST_VALUES: Readonly<Record<string, string>> = {
  a: '5',
  b: '-3',
  c: '1000',
  x: '2.5',
  y: '-0.75',
  s: "'spam'",
  t: "'Eggs and ham'",
  u: "b'bytes'",
  p: '[3, 1, 2]',
  q: "['b', 'a', None]",
  v: "(1, 'two', 3.0)",
  d: "{'a': 1, 'b': [2]}",
  e: "{1: 'one', (2, 3): None}",
  g: '{1, 2, 3}',
};
