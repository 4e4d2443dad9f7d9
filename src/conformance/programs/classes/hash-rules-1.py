def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A:
    def __eq__(s, o): return True
t(lambda: hash(A())); print(A.__hash__, isinstance(hash(object()), int))
class B(A): pass
t(lambda: {B(): 1})
class C(A): __hash__ = object.__hash__
print(isinstance(hash(C()), int))
class D(A):
    def __hash__(s): return 'x'
t(lambda: hash(D()))
class E:
    def __hash__(s): return True
print(hash(E()) == 1)
class F:
    __hash__ = None
t(lambda: hash(F())); t(lambda: {F()})
t(lambda: {[]: 1}); t(lambda: {{}: 1}); t(lambda: {[1]}); t(lambda: {(1, [])}); t(lambda: hash([])); t(lambda: {}[[]]); t(lambda: [] in {}); t(lambda: [] in set()); t(lambda: set([[]])); t(lambda: dict([([], 1)])); t(lambda: {1: 2}.get([])); t(lambda: {}.setdefault([], 1)); t(lambda: {}.pop([])); t(lambda: {1: 1}.pop([])); t(lambda: frozenset([{}])); t(lambda: {1}.add([])); t(lambda: {1}.discard([])); t(lambda: {1}.remove([])); t(lambda: hash((1, [2]))); t(lambda: hash(bytearray())); t(lambda: {slice([]): 1}); t(lambda: {set()}); t(lambda: set() in {frozenset()})
