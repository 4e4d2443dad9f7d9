/** Text and bytes: methods with right and wrong arguments, the three ways to format, slices, conversions. */
import { readGrammar } from './fuzz-grammar.ts';

export const STRINGS = readGrammar(String.raw`
section:
  - show(lambda: <text>) ;; show(lambda: <method>) ;; show(lambda: <format>) ;; show(lambda: <binary>) ;; show(lambda: <method>) ;; show(lambda: <format>)
  - try:
        <strname> <stradd> <text>
        print(repr(<strname>), len(<strname>))
    except Exception as error:
        fail(error)
  - for c in <text>:
        print(repr(c), end=' ')
    print()
  - try:
        a, *b = <text>
        print(a, b)
    except Exception as error:
        fail(error)
  - print(<any>, <any>, sep=<text>, end=<text>)
    print()
strname:
  - s ;; t
stradd:
  - += ;; =
text:
  - <str> ;; 'abcabc' ;; 'A\tB\nC' ;; 'ÀÉß' ;; 'ǅ ﬁ' ;; '\x00\x7f\xa0' ;; 'İstanbul' ;; '1²½' ;; "a'b\"c" ;; 'line1\nline2\r\nline3' ;; '\ud800' ;; 'Σας'
sub:
  - 'a' ;; '' ;; 'b' ;; 'ab' ;; ' ' ;; 'X' ;; <text> ;; None ;; ('a', 'b') ;; 1 ;; b'a'
method:
  - (<text>).<plain>() ;; (<text>).<plain>() ;; (<text>).<one>(<sub>) ;; (<text>).<one>(<sub>) ;; (<text>).<one>(<sub>, <index>) ;; (<text>).<one>(<sub>, <index>, <index>)
  - (<text>).replace(<sub>, <sub>, <index>) ;; (<text>).split(<sub>, <index>) ;; (<text>).rsplit(<sub>, maxsplit=<index>) ;; (<text>).splitlines(<bool>) ;; (<text>).expandtabs(<index>)
  - (<text>).<pad>(<small>) ;; (<text>).<pad>(<width>) ;; (<text>).<pad>(<width>, <fill>) ;; (<text>).zfill(<width>) ;; (<text>).translate(<table>) ;; (<sub>).join(<strs>) ;; (<text>).join(<any>)
  - (<text>)[<slice>] ;; (<text>)[<index>] ;; (<text>)[<any>] ;; <text> in <text> ;; <any> in <text> ;; <text> * <small> ;; <text> + <any> ;; <text> < <any> ;; ascii(<text>) ;; repr(<text>) ;; str(<any>)
  - (<text>).encode(<codec>) ;; (<text>).encode(<codec>, <errors>) ;; ord(<text>) ;; chr(<int>) if 0 <= 5 else 0 ;; str(<bytes>, <codec>) ;; (<text>).<plain>(<any>) ;; (<text>).nope() ;; str.<plain>(<any>)
  - sorted(<text>) ;; list(<text>) ;; max(<text>) ;; (<text>).format_map(<dict>) ;; str.maketrans(<text>, <text>) ;; int(<text>) ;; float(<text>) ;; len(<text>) ;; (<text>).isidentifier()
plain:
  - upper ;; lower ;; title ;; capitalize ;; swapcase ;; casefold ;; strip ;; lstrip ;; rstrip ;; split ;; rsplit ;; splitlines ;; isalpha ;; isdigit ;; isdecimal ;; isnumeric ;; isalnum ;; isspace ;; isupper ;; islower ;; istitle ;; isprintable ;; isidentifier ;; isascii ;; expandtabs ;; encode
one:
  - find ;; rfind ;; index ;; rindex ;; count ;; startswith ;; endswith ;; strip ;; lstrip ;; rstrip ;; split ;; rsplit ;; partition ;; rpartition ;; removeprefix ;; removesuffix ;; join ;; center
pad:
  - center ;; ljust ;; rjust
width:
  - 10 ;; 7 ;; 0 ;; -1 ;; 3.0
fill:
  - '*' ;; '' ;; '--' ;; 'é' ;; 1
table:
  - {97: 'X', 98: None} ;; {97: 98} ;; str.maketrans('ab', 'xy') ;; str.maketrans({'a': '1'}) ;; str.maketrans('a', 'b', 'c') ;; {97: 1114112} ;; {97: 1.5} ;; {}
codec:
  - 'utf-8' ;; 'ascii' ;; 'latin-1' ;; 'utf-16-le' ;; 'nope' ;; 'utf-16'
errors:
  - 'ignore' ;; 'replace' ;; 'strict' ;; 'backslashreplace' ;; 'xmlcharrefreplace' ;; 'nope' ;; 'surrogateescape'
format:
  - f'{(<any>):<spec>}' ;; f'{(<any>)!r:<spec>}' ;; f'{(<any>)=}' ;; f'{(<num>):<spec>}' ;; f'{(<text>):<spec>}' ;; f'{(<text>)!a:>{<small>}}' ;; f'{(<num>):{<width>}.{<small>}f}' ;; f'{{{(<any>)}}}{"x":>3}'
  - f'{<name>=:<spec>}' ;; f'{<name> = !s}' ;; f'{(<int>):<spec>}' ;; f'{(<float>):<spec>}' ;; f'{(<bool>):<spec>}' ;; f"{f'{(<any>)}'!r:>10}" ;; format(<any>, '<spec>')
  - '<percent>' % (<any>,) ;; '<percent> <percent>' % (<any>, <any>) ;; '<percent>' % <any> ;; '<percent>' % (<num>,) ;; '<percent>' % (<int>,) ;; '%(a)s %(b)r' % <dict> ;; '%(a)d' % {'a': <num>} ;; '%*d' % (<width>, <num>) ;; '%%<percent>' % (<text>,) ;; 'no' % <any>
  - '<field>'.format(<any>, <any>) ;; '<field> <field>'.format(<any>, k=<any>) ;; '<field>{0}'.format(<list>, a=<dict>) ;; '<field>'.format(*<seq>, **{'k': <any>}) ;; '<field>'.format(<num>, <text>) ;; string.Template(<text>).safe_substitute(a=1)
  - textwrap.wrap(<text>, 7) ;; textwrap.dedent(<text>) ;; string.capwords(<text>) ;; re.sub('[a-c]', <text>, 'xay') if 0 else 0 ;; re.findall(r'\w+', <text>) ;; re.split('[ab]', <text>)
spec:
  - >10 ;; <8 ;; ^7 ;; *^9 ;; .2f ;; d ;; s ;; .1 ;; 05d ;; +d ;; , ;; _ ;; x ;; #b ;; e ;; g ;; % ;; =8 ;; ~>4 ;; é^5 ;; .3s ;; 10.4f ;; c ;; ~ ;; 0 ;; 08 ;; <<5 ;; r ;; 1.2.3 ;; -5 ;; +s ;; #s ;; ,s ;; z ;; 3 d ;; !r
percent:
  - %s ;; %r ;; %d ;; %5d ;; %-5d| ;; %05.1f ;; %x ;; %#o ;; %e ;; %g ;; %c ;; %.2s ;; %+d ;; %a ;; %i ;; %5% ;; %y ;; % ;; %(a)s ;; %X ;; %.3d ;; % d ;; %G ;; %10.3r| ;; %u
field:
  - {} ;; {0} ;; {1} ;; {k} ;; {0!r} ;; {:>5} ;; {0[0]} ;; {a[a]} ;; {0.real} ;; {!s:^6} ;; {2} ;; {:{}} ;; {{}} ;; {0:{1}} ;; { ;; } ;; {!x} ;; {0[} ;; {.nope} ;; {0}{} ;; {a[0].x} ;; {:d} ;; {1:.2f}
binary:
  - (<bytes>).<plain1>() ;; (<bytes>).<one>(<bsub>) ;; (<bytes>).<one>(<bsub>, <index>) ;; (<bytes>).replace(<bsub>, <bsub>) ;; (<bytes>).split(<bsub>, <index>) ;; (<bytes>).decode(<codec>, <errors>) ;; (<bytes>).decode()
  - <bytes> + <any> ;; (<bytes>)[<index>] ;; (<bytes>)[<slice>] ;; <any> in <bytes> ;; <bytes> == <any> ;; <bytes> < <bytes> ;; bytes(<any>) ;; bytearray(<any>) ;; bytes.fromhex(<text>) ;; (<bytes>).hex(':') ;; b'%d %s' % (<int>, <bytes>)
  - bytearray(<bytes>).<plain1>() ;; bytes(<text>, <codec>) ;; (<bytes>).join([<bytes>, <bytes>]) ;; (<bytes>).translate(None, <bytes>) ;; (<bytes>).<pad>(<width>, b'.') ;; list(<bytes>) ;; b'%b|%x' % (<any>, <any>) ;; int(<bytes>) ;; str(<bytes>)
  - b'\xff\xfeab'.decode(<codec>, <errors>) ;; b'\xc3(\xe2\x82'.decode('utf-8', <errors>) ;; b'caf\xe9'.decode(<codec>, <errors>)
bsub:
  - b'a' ;; b'' ;; 97 ;; 'a' ;; <bytes> ;; None ;; 300 ;; (b'a', b'x')
plain1:
  - upper ;; lower ;; title ;; capitalize ;; swapcase ;; strip ;; split ;; splitlines ;; isalpha ;; isdigit ;; isspace ;; isupper ;; istitle ;; hex ;; decode ;; isascii ;; casefold
`);
