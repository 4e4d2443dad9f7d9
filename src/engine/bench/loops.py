"""Tight loops over ints and floats: a sieve, Collatz, a sum of a series."""


def sieve(limit):
    composite = [False] * (limit + 1)
    count = 0
    for n in range(2, limit + 1):
        if composite[n]:
            continue
        count += 1
        for multiple in range(n * n, limit + 1, n):
            composite[multiple] = True
    return count


def longest_collatz(limit):
    best = steps_best = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        if steps > steps_best:
            best, steps_best = start, steps
    return best, steps_best


def leibniz(terms):
    total = 0.0
    sign = 1.0
    for k in range(terms):
        total += sign / (2 * k + 1)
        sign = -sign
    return 4 * total


print(sieve(150_000))
print(longest_collatz(4_000))
print(f"{leibniz(200_000):.6f}")
