/** Numbers: operators of every pair of types, augmented, chained, conversions and their mistakes. */
import { readGrammar } from './fuzz-grammar.ts';

export const ARITHMETIC = readGrammar(`
section:
  - show(lambda: <num>) ;; show(lambda: <num>) ;; show(lambda: <atom> <operator> <atom>) ;; show(lambda: <call>) ;; show(lambda: <bool>)
  - show(lambda: <call>) ;; show(lambda: <atom> <operator> <atom>)
  - try:
        <intname> <augmented> <num>
        print(repr(<intname>))
    except Exception as error:
        fail(error)
  - try:
        <numname> <augmented> <atom>
        print(repr(a), repr(b), repr(x))
    except Exception as error:
        fail(error)
  - <numname> = <num1>
    print(repr(<numname>), <numname> == <num1>, <numname> < <num1>)
  - for a in range(<small>):
        show(lambda: <num>)
  - def f(a, b=<num1>):
        return <num>
    show(lambda: f(<num>))
    show(lambda: f(<num>, <num>))
num1:
  - 1 ;; 2.5 ;; True ;; 10**18 ;; -7 ;; 0.0 ;; 2**53 ;; -1e22 ;; 9007199254740993 ;; 1/3
numname:
  - a ;; b ;; x
atom:
  - 1 ;; 0 ;; 2.5 ;; -3 ;; True ;; None ;; 'a' ;; [1] ;; (2,) ;; {1} ;; {1: 2} ;; b'x' ;; 1j ;; (3-4j) ;; range(2) ;; -0.0 ;; 1e308 ;; False ;; int ;; '3'
operator:
  - + ;; - ;; * ;; / ;; // ;; % ;; ** ;; & ;; | ;; ^ ;; << ;; >> ;; @ ;; < ;; <= ;; == ;; != ;; > ;; in ;; is not ;; and ;; or
augmented:
  - += ;; -= ;; //= ;; %= ;; /= ;; &= ;; |= ;; ^= ;; @=
base:
  - 10 ;; 16 ;; 2 ;; 0 ;; 36 ;; 1 ;; 37 ;; 8
digits:
  - '10' ;; '0x1F' ;; ' 42 ' ;; '1_000' ;; '1__0' ;; 'zz' ;; '0b101' ;; '-7' ;; '' ;; '1e5' ;; 'inf' ;; 'nan' ;; '-Infinity' ;; '.5' ;; '5.' ;; '1_0.2_5' ;; '0o17' ;; '٣'
call:
  - int(<digits>, <base>) ;; int(<digits>) ;; float(<digits>) ;; complex(<digits>) ;; complex(<num>, <num>) ;; int(<atom>) ;; float(<atom>)
  - round(<num>, <index>) ;; round(<num>) ;; round(<float>, None) ;; divmod(<num>, <num>) ;; pow(<num>, <small>) ;; pow(<int>, -<small>, <int>)
  - (<int>).to_bytes(<small>, <order>) ;; int.from_bytes(<bytes>, <order>, signed=<bool>) ;; (<float>).as_integer_ratio() ;; (<float>).is_integer()
  - (<float>).hex() ;; float.fromhex(<digits>) ;; bin(<int>) ;; oct(<int>) ;; hex(<int>) ;; format(<num>, <spec>) ;; f'{(<num>):<rawspec>}'
  - abs(<atom>) ;; -<atom> ;; +<atom> ;; ~<atom> ;; sum([<atom>, <atom>]) ;; sum([<num>, <num>], <atom>) ;; max(<num>, <atom>) ;; min([<num>, <num>])
  - math.floor(<num>) ;; math.ceil(<num>) ;; math.gcd(<int>, <int>) ;; math.isqrt(<int>) ;; math.sqrt(<num>) ;; math.trunc(<num>) ;; math.fsum([<float>, <num>])
  - math.comb(<small>, <small>) ;; math.factorial(<small>) ;; math.copysign(<num>, <num>) ;; math.fmod(<num>, <num>) ;; math.prod(<ints>) ;; math.isclose(<num>, <num>)
  - math.frexp(<num>) ;; math.ldexp(<float>, <small>) ;; math.modf(<num>) ;; math.lcm(<int>, <int>) ;; math.hypot(<num>, <num>) ;; math.dist((<num>, 1), (2, 3))
  - (<int>).bit_count() ;; (<int>).conjugate() ;; (<num>).real ;; (<num>).imag ;; int(<atom>, <base>) ;; (<int>).as_integer_ratio() ;; (<num>).numerator
  - hash(<num1>) == hash(<num1>) ;; <num> < <num> <= <num> ;; <num> == <num> != <num> ;; (<num>).__add__(<atom>) ;; (<num>).__rsub__(<num>) ;; (<num>).__floordiv__(<num>)
order:
  - 'big' ;; 'little' ;; 'middle'
spec:
  - '' ;; 'd' ;; '.2f' ;; 'e' ;; 'g' ;; '>10' ;; '+' ;; ',' ;; '_' ;; 'x' ;; '#x' ;; 'b' ;; '08.3f' ;; '%' ;; '.0%' ;; 'n' ;; 'c' ;; 's' ;; '=+10' ;; '*^12,.1f' ;; '#o' ;; '.3' ;; 'z.1f' ;; '_b' ;; '.3d' ;; '<5q' ;; '010,d' ;; '+.3e'
rawspec:
  - d ;; .2f ;; e ;; g ;; >10 ;; + ;; , ;; _ ;; x ;; #x ;; b ;; 08.3f ;; % ;; .0% ;; c ;; s ;; =+10 ;; *^12,.1f ;; .3 ;; {3}.{2} ;; #.5g ;; .15g ;; _x ;; .17g ;; 012
`);
