import heapq, bisect, itertools, operator
from collections import deque, Counter, defaultdict

def dijkstra(graph, start):
    dist, heap = {start: 0}, [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]: continue
        for v, w in graph[u].items():
            if (n := d + w) < dist.get(v, float('inf')):
                dist[v] = n
                heapq.heappush(heap, (n, v))
    return dist

print(dijkstra({'a': {'b': 7, 'c': 3}, 'b': {'d': 2}, 'c': {'b': 1, 'd': 8}, 'd': {}}, 'a'))

def primes(n):
    sieve = bytearray([1]) * (n + 1)
    sieve[:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]: sieve[i * i::i] = bytes(len(sieve[i * i::i]))
    return [i for i, x in enumerate(sieve) if x]

print(primes(60))

def bfs(grid):
    h, w = len(grid), len(grid[0])
    q, seen = deque([(0, 0, 0)]), {(0, 0)}
    while q:
        r, c, d = q.popleft()
        if (r, c) == (h - 1, w - 1): return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            nr, nc = r + dr, c + dc
            if 0 <= nr < h and 0 <= nc < w and grid[nr][nc] == '.' and (nr, nc) not in seen:
                seen.add((nr, nc)); q.append((nr, nc, d + 1))

print(bfs(['..#.', '.#..', '....', '#.#.']))
def queens(n, row=0, cols=()):
    if row == n: yield cols; return
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)):
            yield from queens(n, row + 1, cols + (c,))
print(len(list(queens(6))), next(queens(6)))
text = 'the quick brown the lazy dog the end quick'
print(Counter(text.split()).most_common(2), {k: [w for w in g] for k, g in itertools.groupby(sorted(set(text.split()), key=lambda w: (len(w), w)), key=len)})
grades = [bisect.bisect([60, 70, 80, 90], s) for s in (33, 99, 77, 70, 89, 90, 100)]
print([('FDCBA')[g] for g in grades], list(itertools.accumulate([3, 1, 4, 1, 5], max)), functools_reduce := __import__('functools').reduce(operator.xor, [1, 2, 3, 4]))
def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    return t[-1][-1]
print(lcs('AGGTAB', 'GXTXAYB'), sum(d ** 2 for d in map(int, str(2 ** 64))), [f'{n:>3}{"Fizz" * (n % 3 == 0)}{"Buzz" * (n % 5 == 0)}' for n in (3, 5, 15)])
