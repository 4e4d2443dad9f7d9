"""Dictionaries, lists, tuples and strings: what a report over some records does."""

WORDS = "the quick brown fox jumps over the lazy dog while seven wizards quietly box".split()


def make_records(count):
    records = []
    seed = 7
    for i in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        word = WORDS[seed % len(WORDS)]
        records.append({"id": i, "name": f"{word}-{seed % 97}", "score": seed % 1000, "tags": (word, word[::-1])})
    return records


def group(records):
    groups = {}
    for record in records:
        groups.setdefault(record["tags"][0], []).append(record)
    return groups


def report(groups):
    lines = []
    for name, members in sorted(groups.items()):
        scores = [member["score"] for member in members]
        best = max(members, key=lambda member: (member["score"], member["id"]))
        lines.append(f"{name:>10} {len(scores):5d} {sum(scores) / len(scores):8.2f} {best['name'].upper()}")
    return lines


def index_pairs(records):
    pairs = {}
    for record in records:
        key = (record["score"] % 50, len(record["name"]))
        pairs[key] = pairs.get(key, 0) + 1
    return sorted(((count, key) for key, count in pairs.items()), reverse=True)[:3]


def tokens(records):
    text = " ".join(record["name"].replace("-", " ") for record in records)
    counts = {}
    for token in text.split():
        if token.isdigit():
            continue
        counts[token] = counts.get(token, 0) + 1
    return sorted(counts, key=counts.get)[-2:], len({token[0] for token in counts})


for _ in range(2):
    made = make_records(6_000)
    made.sort(key=lambda record: (record["name"], -record["id"]))
    print("\n".join(report(group(made))[:2]))
    print(index_pairs(made), tokens(made))
