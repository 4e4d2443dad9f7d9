import random
random.seed(1)
print(random.random(), random.random(), random.randint(1, 100), random.randrange(0, 100, 5), random.choice('abcdef'), random.uniform(1, 10), random.choices([1, 2, 3], k=5), random.sample(range(100), 5), random.getrandbits(40), random.gauss(0, 1))
l = list(range(10)); random.shuffle(l); print(l, random.choices('ab', weights=[1, 9], k=6), random.triangular(0, 1, 0.5), random.randbytes(4))
for seed in (0, 42, 12345, 2 ** 40, -7, 'text', b'bytes', None and 0):
    if seed is None: continue
    r = random.Random(seed); print(repr(seed), r.random(), r.randint(0, 9), r.choice([10, 20, 30]), r.getrandbits(8))
random.seed(7); st = random.getstate(); a = [random.random() for _ in range(3)]; random.setstate(st); print(a == [random.random() for _ in range(3)], len(st), st[0])
print([random.randint(1, 6) for _ in range(10)], [random.randrange(10) for _ in range(5)], random.randrange(3, 9), round(random.expovariate(2), 10), round(random.normalvariate(5, 2), 10), round(random.betavariate(1, 2), 10), round(random.lognormvariate(0, 1), 10), round(random.vonmisesvariate(0, 1), 10), round(random.paretovariate(3), 10), random.binomialvariate(10, 0.3))
random.seed(3)
print([round(random.random() * 2, 4) for _ in range(4)], random.sample('abcdef', 3), random.sample([1, 2], counts=[3, 2], k=3), random.choices(range(3), cum_weights=[1, 2, 10], k=3), random.randint(-5, 5), random.randint(0, 10 ** 30))
for f in (lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(0), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.shuffle((1, 2)), lambda: random.choices([1], weights=[1, 2]), lambda: random.randint(1.5, 3), lambda: random.getrandbits(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
