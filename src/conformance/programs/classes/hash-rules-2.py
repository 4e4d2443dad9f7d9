class K:
    def __init__(s, v): s.v = v
    def __hash__(s): print('hash', s.v); return hash(s.v)
    def __eq__(s, o): print('eq', s.v, getattr(o, 'v', o)); return s.v == getattr(o, 'v', o)
d = {K(1): 'a'}; print(d[K(1)]); print(d.get(1)); print(K(2) in d); d[K(1)] = 'b'; print(len(d)); del d[K(1)]; print(d)
print({1: 'a', 1.0: 'b', True: 'c', 2: 'd'}, {True, 1, 1.0}, {0: 1, False: 2, 0.0: 3, -0.0: 4}, hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 2)) == hash((1.0, 2)), hash(-1) == hash(-2), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
