/** Lists, tuples, dicts and sets: methods, slices, unpacking, sorting, comprehensions, and the texts of their mistakes. */
import { readGrammar } from './fuzz-grammar.ts';

export const CONTAINERS = readGrammar(`
section:
  - show(lambda: <container>) ;; show(lambda: <query>) ;; show(lambda: <query>)
  - try:
        <change>
        print(<name>, <name>)
    except Exception as error:
        fail(error, p, q, d)
  - try:
        <change>
        <change>
    except Exception as error:
        fail(error)
    finally:
        print(p, q, d, e, g)
  - try:
        <unpack> = <seq>
        print(<unpacked>)
    except Exception as error:
        fail(error)
  - try:
        for <target> in <pairs>:
            print(<name>, <name>)
            <inloop>
        else:
            print('no break')
    except Exception as error:
        fail(error)
  - try:
        it = iter(<seq>)
        print(next(it, <any>), list(it), next(it, 'end'))
        print(next(it))
    except BaseException as error:
        fail(error)
  - def f(*args, **kwargs):
        return args, kwargs
    show(lambda: f(*<seq>, <any>, **<dict>, <keyword>=<any>))
  - try:
        for k in <mutable>:
            <change>
            if len(p) + len(d) + len(g) > 9: break
    except Exception as error:
        fail(error)
    print(p, d, g)
  - try:
        h = set(<smallints>)
        <removal>
        <removal>
    except Exception as error:
        fail(error)
    finally:
        print(sorted(h))
removal:
  - h.discard(<small>) ;; h.remove(<index>) ;; h &= <set> ;; h -= <set> ;; h ^= <set> ;; h.clear() ;; h.difference_update(<ints>) ;; h.symmetric_difference_update(<smallints>) ;; h.intersection_update(<ints>, <ints>) ;; h.add(<small>) ;; h.remove([]) ;; h |= <any> ;; h -= <list> ;; h.pop(1) ;; h.update(<smallints>, <smallints>)
inloop:
  - pass ;; if <bool>: break ;; if <bool>: continue ;; <change>
mutable:
  - d ;; g ;; list(d) ;; d.items() ;; d.values() ;; p[:3]
keyword:
  - a ;; b ;; self
container:
  - <list> ;; <dict> ;; <set> ;; <tuple>
unpack:
  - a, b ;; a, *b ;; *a, b ;; [a, b, c] ;; a, (b, *c) ;; (a, *b, c) ;; *a, ;; a, b, *c ;; p[0], p[1] ;; d['k'], a
unpacked:
  - a, b ;; a, b, c ;; a ;; p, d
change:
  - p.append(<any>) ;; p.extend(<seq>) ;; p.insert(<index>, <any>) ;; p.remove(<any>) ;; p.pop(<index>) ;; p.pop() ;; p.sort() ;; p.sort(key=<key>, reverse=<bool>)
  - p.reverse() ;; p.clear() ;; p[<index>] = <any> ;; p[<slice>] = <seq> ;; del p[<index>] ;; del p[<slice>] ;; p += <seq> ;; p *= <small> ;; p[<index>] += <any>
  - q = p.copy() ;; q = p ;; q.append(p) ;; p[<slice>] = <any> ;; p += <any> ;; q.sort(key=<key>) ;; p = sorted(<seq>, key=<key>, reverse=<bool>)
  - d[<any>] = <any> ;; d.update(<dict>) ;; d.update(<pairs>) ;; d.update(a=<any>, z=<any>) ;; d.setdefault(<hashable>, <any>) ;; d.pop(<hashable>) ;; d.pop(<hashable>, <any>)
  - d.popitem() ;; del d[<hashable>] ;; d |= <dict> ;; d |= <pairs> ;; d.clear() ;; d = {v: k for k, v in d.items()} ;; d['n'] = d.get('n', 0) + 1 ;; d.update(<any>)
  - g.add(<small>) ;; g.update(<smallints>) ;; g |= <set> ;; g.add([]) ;; g.clear()
  - v += <tuple> ;; v[<index>] = <any> ;; a, b = b, a ;; p[0], p[1] = p[1], p[0] ;; a = b = <any> ;; p[a] = a = <small> ;; v[1] += 'x' ;; e[1] += <str>
query:
  - (<list>)[<index>] ;; (<tuple>)[<index>] ;; (<dict>)[<hashable>] ;; (<any>)[<any>] ;; (<list>)[<slice>] ;; (<any>)[<slice>] ;; len(<any>)
  - (<list>).index(<any>, <index>) ;; (<list>).count(<any>) ;; (<tuple>).index(<any>) ;; (<tuple>).count(<any>) ;; (<dict>).get(<any>) ;; (<dict>).get(<hashable>, <any>)
  - list(<any>) ;; tuple(<any>) ;; dict(<any>) ;; sorted(<any>) ;; sorted(<list>, key=<key>) ;; sum(<seq>, <any>) ;; max(<seq>) ;; min(<seq>, key=<key>) ;; max(<seq>, default=<any>)
  - list(zip(<seq>, <seq>, strict=<bool>)) ;; list(map(<key>, <seq>)) ;; list(filter(<key>, <seq>)) ;; list(enumerate(<seq>, <index>)) ;; list(reversed(<seq>)) ;; all(<seq>)
  - <any> in <any> ;; <any> not in <seq> ;; <list> < <list> ;; <tuple> >= <tuple> ;; <dict> == <dict> ;; <any> < <any> ;; <any> + <any> ;; <dict> | <any> ;; <set> - <any>
  - (<dict>).keys() ;; (<dict>).values() ;; (<dict>).items() ;; sorted((<dict>).keys() & <seq>, key=repr) ;; sorted((<dict>).keys() | <smallints>, key=repr) ;; sorted((<dict>).items() - <pairs>, key=repr) ;; list(reversed(<dict>))
  - (<set>).issubset(<ints>) ;; (<set>).isdisjoint(<ints>) ;; (<set>).intersection(<ints>, <ints>) ;; sorted((<set>).symmetric_difference(<smallints>)) ;; frozenset(<smallints>) == <set>
  - [*<seq>, *<seq>] ;; {**<dict>, **<dict>} ;; {*<smallints>, *<smallints>} ;; (*<seq>,) ;; [<any> for <target> in <pairs>] ;; {<hashable>: <any> for <target> in <pairs>} ;; [*<any>]
  - [(a, b) for a in <ints> for b in <ints> if <bool>] ;; [[b for b in range(a)] for a in range(<small>)] ;; {a: b for a, b in <pairs> if a} ;; [y := a, y ** 2] ;; [a for a in <seq> if a if <bool>]
  - range(<index>, <index>, <step1>)[<slice>] ;; range(<index>)[<index>] ;; <any> in range(<index>, <index>) ;; range(<index>) == range(<index>) ;; range(<any>) ;; slice(<bound1>, <index>).indices(<small>)
  - (<list>).pop(<any>) ;; (<list>).insert(<any>, <any>) ;; (<list>).append(<any>, <any>) ;; (<list>).sort(<key>) ;; (<dict>).pop() ;; (<dict>).popitem(1) ;; (<dict>).update(1, 2) ;; (<list>).nope
  - hash(<list>) ;; {<list>: 1} ;; {<dict>} ;; hash(<tuple>) == hash(<tuple>) ;; next(iter(<seq>)) ;; next(<any>) ;; iter(<any>) ;; dict(<pairs>, **<dict>) ;; type(<any>)(<any>)
  - (<bytes>).hex() ;; bytearray(<bytes>)[<index>] ;; list(<bytes>) ;; (<bytes>).find(<any>) ;; memoryview(<bytes>)[<slice>].tolist() ;; copy.deepcopy(<list>) ;; list.__add__(<any>, <list>)
  - list(itertools.chain(<seq>, <seq>)) ;; list(itertools.islice(<seq>, <small>)) ;; list(itertools.pairwise(<seq>)) ;; list(itertools.accumulate(<ints>)) ;; list(itertools.zip_longest(<seq>, <seq>, fillvalue=<any>))
  - list(itertools.combinations(<list>, 2)) ;; list(itertools.product(<ints>, <strs>)) ;; [(k, list(v)) for k, v in itertools.groupby(<seq>, <key>)] ;; list(itertools.batched(<seq>, <small>)) ;; list(itertools.permutations([1, 2, 3], <small>))
  - collections.Counter(<seq>).most_common(<small>) ;; collections.deque(<seq>, maxlen=<small>) ;; collections.OrderedDict(<pairs>) ;; collections.ChainMap(<dict>, <dict>)[<hashable>] ;; collections.Counter(<str>) - collections.Counter(<str>)
  - collections.defaultdict(<key>, <dict>) ;; collections.defaultdict(list)[<hashable>] ;; functools.reduce(lambda m, n: m + n, <seq>) ;; functools.reduce(lambda m, n: [m, n], <seq>, <any>) ;; operator.itemgetter(<index>)(<seq>)
bound1:
  - None ;; <index>
`);
