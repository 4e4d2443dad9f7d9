import { expect, test } from 'vitest';
import { type HeadlessResult, runHeadlessNow } from './headless.ts';

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);

/** Hundreds of runs, on a machine that may be busy. */
const SLOW = { timeout: 120_000 };

const run = (files: Record<string, string>, seed: number): HeadlessResult => runHeadlessNow({ files, seed });

/** Two processes that count in one file, and one that reads it when they are done. */
const counting = (take: string, give: string): Record<string, string> => ({
  Procfile: 'ann: python work.py\nben: python work.py\nlast: python last.py',
  'work.py': `import os, sys
sys.setswitchinterval(1e-6)
def count():
    with open('count') as file:
        return int(file.read() or 0)
for _ in range(12):
    ${take}
    number = count() + 1
    with open('count', 'w') as file:
        file.write(str(number))
    ${give}`,
  'last.py': "import time\ntime.sleep(1)\nprint(open('count').read())",
  count: '0',
});

const TAKE = `while True:
        try:
            os.close(os.open('lock', os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            pass`;

test(
  'of 200 orders of two processes some lose counts, each order always the same ones, and under a lock none does',
  SLOW,
  () => {
    const loose = counting('pass', 'pass');
    const counts = seeds(200).map((seed) => run(loose, seed).stdout);
    const lost = counts.filter((stdout) => stdout !== 'last.1 | 24\n').length;
    expect(lost).toBeGreaterThan(10);
    expect(new Set(counts).size).toBeGreaterThan(3);
    expect(seeds(20).map((seed) => run(loose, seed).stdout)).toEqual(counts.slice(0, 20));
    const locked = counting(TAKE, "os.remove('lock')");
    expect(new Set(seeds(200).map((seed) => run(locked, seed).stdout))).toEqual(new Set(['last.1 | 24\n']));
  },
);

/** A lock between processes: a pipe with one byte in it, which is taken out and put back. */
const CROSSED = {
  'main.py': `import os, subprocess
fork, knife = os.pipe(), os.pipe()
for _, end in (fork, knife):
    os.write(end, b'.')
def start(*ends):
    return subprocess.Popen(['python', 'work.py', *map(str, ends)], pass_fds=fork + knife)
for eater in [start(*fork, *knife), start(*knife, *fork)]:
    eater.wait()
print('eaten')`,
  'work.py': `import os, sys
sys.setswitchinterval(1e-6)
take, give, take_second, give_second = map(int, sys.argv[1:])
for _ in range(4):
    os.read(take, 1)
    os.read(take_second, 1)
    os.write(give_second, b'.')
    os.write(give, b'.')`,
};

test(
  'two processes that take two locks crosswise are stuck in some orders only, and the sentence names both',
  SLOW,
  () => {
    const endings = seeds(24).map((seed) => run(CROSSED, seed).ending);
    expect(new Set(endings.map(({ kind }) => kind))).toEqual(new Set(['completed', 'deadlock']));
    const stuck = endings.find((ending) => ending.kind === 'deadlock');
    expect(stuck?.kind === 'deadlock' && stuck.sentence).toMatch(
      /MainThread of python work\.py .* waits for data on descriptor (\d); MainThread of python work\.py .* waits for data on descriptor (?!\1)\d\./,
    );
  },
);
