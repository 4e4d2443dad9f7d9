import { expect, test } from 'vitest';
import { simpleCommand } from './shell-words.ts';

const ENVIRONMENT = new Map([['PORT', '5000']]);

test.each([
  ['python web.py', ['python', 'web.py']],
  ['  exec python -m app.web  ', ['python', '-m', 'app.web']],
  [`echo "a b" 'c $PORT' d"e"f`, ['echo', 'a b', 'c $PORT', 'def']],
  [`web -b 0.0.0.0:$PORT "$PORT it's" x$NONE`, ['web', '-b', '0.0.0.0:5000', "5000 it's", 'x']],
  ['a$' + '{PORT}b', ['a5000b']],
])('%s needs no shell', (text, argv) => {
  expect(simpleCommand(text, ENVIRONMENT)?.argv).toEqual(argv);
});

test('what is assigned before the program goes into its environment', () => {
  const found = simpleCommand('A=1 B="x y" python -c pass C=3', ENVIRONMENT);
  expect([...(found?.assigned ?? [])]).toEqual([
    ['A', '1'],
    ['B', 'x y'],
  ]);
  expect(found?.argv).toEqual(['python', '-c', 'pass', 'C=3']);
});

test.each([
  'a && b',
  'a; b',
  'a | b',
  'a > b',
  'echo $(date)',
  'echo `date`',
  "echo 'open",
  'a &',
  'ls *.py',
  '',
  'A=1',
])('%s is for a shell', (text) => {
  expect(simpleCommand(text, ENVIRONMENT)).toBeNull();
});
