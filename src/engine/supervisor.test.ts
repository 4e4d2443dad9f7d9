import { expect, test, vi } from 'vitest';
import { lanesOf } from '../trace/history.ts';
import { appendChunk, EMPTY_TRACE } from '../trace/trace.ts';
import { type HeadlessInit, runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 30_000 });

const WEB = `import os, signal, socketserver, sys
signal.signal(signal.SIGTERM, lambda *_: sys.exit(5))
class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b'echo ' + self.rfile.readline())
with socketserver.TCPServer(('127.0.0.1', int(os.environ['PORT'])), Echo) as server:
    try:
        server.serve_forever()
    finally:
        print('closed')
`;
const CLIENT = `import os, socket, sys, time
time.sleep(1)
with socket.create_connection(('127.0.0.1', 5000)) as client:
    client.sendall(f'{os.environ["HONCHO_PROCESS_NAME"]} {sys.argv[1:]}\\n'.encode())
    print(client.makefile().read(), end='')
`;
const FILES = {
  Procfile: 'web: python web.py\nclient: python client.py $PORT "a b"\n',
  'web.py': WEB,
  'client.py': CLIENT,
};

function outcome(files: Record<string, string>, more: Partial<HeadlessInit> = {}): string[] {
  const { exitCode, stderr, stdout } = runHeadlessNow({ files, ...more });
  return [...stdout.split('\n'), ...stderr.split('\n')].filter((line) => line !== '').concat(`exit ${exitCode}`);
}

test('processes of a Procfile talk over loopback, and a server that nobody calls any more is ended', () => {
  const formation = [{ process: 'client', count: 2 }];
  expect(outcome(FILES, { formation })).toEqual([
    "client.1 | echo client.1 ['5100', 'a b']",
    "client.2 | echo client.2 ['5101', 'a b']",
    'web.1 | closed',
    'exit 0',
  ]);
});

test('the exit code is that of the first process, the main one', () => {
  const files = { Procfile: 'main: sh -c "sleep 2; exit 7"\nother: false\n' };
  expect(outcome(files)).toEqual(['exit 7']);
  expect(outcome(files, { formation: [{ process: 'main', count: 0 }] })).toEqual(['exit 1']);
});

test('one process writes without its name, and what it raises is the ending', () => {
  const files = { Procfile: 'job: python job.py', 'job.py': 'print("working")\n1 / 0\n' };
  const { ending, stdout, stderr } = runHeadlessNow({ files });
  expect(stdout).toBe('working\n');
  expect(stderr).toContain('File "job.py", line 2, in <module>');
  expect(ending).toMatchObject({ kind: 'raised', exitCode: 1, exception: 'ZeroDivisionError: division by zero' });
});

test('processes that wait for each other, with no server among them, are a deadlock that names them', () => {
  const locked = 'import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n';
  const lines = outcome({ Procfile: 'a: python a.py\nb: true\n', 'a.py': locked });
  expect(lines).toEqual(['Loopscope: deadlock. MainThread of a.1 waits for the Lock lock, held by itself.', 'exit 3']);
});

test('who ignores SIGTERM is killed', () => {
  const stubborn = WEB.replace('lambda *_: sys.exit(5)', 'signal.SIG_IGN');
  expect(outcome({ Procfile: 'web: python web.py\nb: echo done\n', 'web.py': stubborn })).toEqual([
    'b.1 | done',
    'exit 0',
  ]);
});

test('a server that only complains, always in the same words, is ended', () => {
  const complaining = `import asyncio, sys
async def main():
    await asyncio.start_server(lambda *_: None, '127.0.0.1', 5000)
    for n in range(1000):
        await asyncio.sleep(5)
        print('try', n, 'failed', file=sys.stderr)
asyncio.run(main())
`;
  const lines = outcome({ Procfile: 'web: python web.py\nb: echo done\n', 'web.py': complaining });
  expect(lines.length).toBeLessThan(20);
  expect(lines.at(-1)).toBe('exit 0');
});

test('a Procfile that names nothing is refused before anything runs', () => {
  expect(outcome({ Procfile: '# later\n', 'main.py': 'print(1)' })).toEqual([
    'Procfile:1: The Procfile names no process; a line of it is like `web: python web.py`.',
    'exit 1',
  ]);
});

test('lanes carry the names of the Procfile', () => {
  let trace = EMPTY_TRACE;
  runHeadlessNow({
    files: FILES,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  expect(lanesOf(trace.history).map(({ name }) => name)).toEqual(['MainThread', '4202 web.1', '4203 client.1']);
});

test('variables of .env are in the environment of every process; what the supervisor says itself goes before', () => {
  const files = {
    Procfile: 'one: python show.py\n',
    '.env': 'GREETING="good day"\n# a remark\nPORT=1\n',
    'show.py': "import os\nprint(os.environ['GREETING'], os.environ['PORT'], open('.env').readline(), end='')\n",
  };
  expect(outcome(files)).toEqual(['good day 5000 GREETING="good day"', 'exit 0']);
});

test('the way between processes has the latency that the plan gives localhost', () => {
  const files = {
    Procfile: 'client: python client.py\nserver: python server.py\n',
    'server.py':
      "import socket\nwith socket.create_server(('127.0.0.1', 5001)) as s:\n    c, _ = s.accept()\n    c.sendall(c.recv(9))\n    c.close()\n",
    'client.py': `
import socket, time
time.sleep(1)
began = time.monotonic()
with socket.create_connection(('127.0.0.1', 5001)) as c:
    print(round(time.monotonic() - began, 3))
    c.sendall(b'hello')
    print(c.recv(9), round(time.monotonic() - began, 3))
`,
  };
  const plan = { latencyMs: null, jitterMs: 0, bandwidth: 0, loss: 0 };
  const host = { name: 'localhost', state: 'up', latencyMs: 50, pages: [] } as const;
  const run = (hosts: readonly (typeof host)[]) => outcome(files, { network: { ...plan, hosts } });
  expect(run([])).toEqual(['client.1 | 0.0', "client.1 | b'hello' 0.0", 'exit 0']);
  expect(run([host])).toEqual(['client.1 | 0.1', "client.1 | b'hello' 0.2", 'exit 0']);
});
