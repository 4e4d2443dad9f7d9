/** The package `redis` with the program redis-server. What is expected was printed by redis-py 4.3 with Redis 7.0. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 30_000 });

function outputOf(text: string): string[] {
  const beginning = `import asyncio, redis, subprocess, threading, time
server = subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
r = redis.Redis()
`;
  const { stderr, stdout } = runHeadlessNow({ files: { 'main.py': beginning + text } });
  return [...stdout.trimEnd().split('\n'), ...stderr.split('\n').filter((line) => line !== '')];
}

test('texts, lists, hashes, sets and keys', () => {
  const lines = outputOf(`
print(r.ping(), r.set('a', 1), r.get('a'), r.incr('a'), r.incr('n', 5), r.set('a', 2, nx=True), r.get('zz'), r.append('w', 'xyz'), r.mget('a', 'w', 'q'))
print(r.lpush('l', 'a', 'b', 'c'), r.rpush('l', 'd'), r.lrange('l', 0, -1), r.lrange('l', -2, 5), r.lpop('l'), r.rpop('l'), r.llen('l'))
print(r.lrem('l', 0, 'b'), r.lrange('l', 0, -1), r.lindex('l', -1), r.ltrim('l', 5, 6), r.exists('l'), r.lpop('l'))
print(r.hset('h', mapping={'x': 1, 'y': '\\u00e9'}), r.hget('h', 'x'), r.hgetall('h'), r.hincrby('h', 'x', 4), r.hdel('h', 'x', 'q'), r.hlen('h'), r.hexists('h', 'y'))
print(r.sadd('s', 1, 2, 2), sorted(r.smembers('s')), r.srem('s', 2), r.scard('s'), sorted(r.keys()), sorted(r.keys('?')), r.type('h'), r.delete('s', 'no'), r.dbsize())
print(redis.Redis(db=1).get('a'), redis.from_url('redis://localhost:6379/0', decode_responses=True).hgetall('h'), r.flushall(), r.keys())
`);
  expect(lines).toEqual([
    "True True b'1' 2 5 None None 3 [b'2', b'xyz', None]",
    "3 4 [b'c', b'b', b'a', b'd'] [b'a', b'd'] b'c' b'd' 2",
    "1 [b'a'] b'a' True 0 None",
    "2 b'1' {b'x': b'1', b'y': b'\\xc3\\xa9'} 5 1 1 True",
    "2 [b'1', b'2'] 1 1 [b'a', b'h', b'n', b's', b'w'] [b'a', b'h', b'n', b's', b'w'] b'hash' 1 4",
    "None {'y': 'é'} True []",
  ]);
});

test('keys live as long as they are told to', () => {
  const lines = outputOf(`
print(r.set('a', 1, ex=10), r.set('b', 1, px=500), r.set('c', 1), r.ttl('a'), r.pttl('b'), r.ttl('c'), r.ttl('no'))
time.sleep(4)
print(r.ttl('a'), r.get('b'), r.expire('c', 3), r.expire('no', 3), r.set('a', 2, keepttl=True), r.ttl('a'))
time.sleep(6)
print(r.get('a'), r.keys(), r.set('d', 1, ex=5), r.persist('d'), r.ttl('d'))
`);
  expect(lines).toEqual(['True True True 10 500 -1 -2', '6 None True False True 6', 'None [] True True -1']);
});

test('what goes wrong has the names and words of redis-py', () => {
  const lines = outputOf(`
r.set('t', 'x')
r.hset('h', 'k', 'v')
for call in (lambda: r.lpush('t', 1), lambda: r.incr('h'), lambda: r.incr('t'), lambda: r.execute_command('NOPE', 'a'), lambda: r.set('x', [1])):
    try:
        call()
    except redis.RedisError as error:
        print(type(error).__name__, error)
threading.Timer(1, server.kill).start()
for _ in range(2):
    try:
        print(r.brpop('jobs', timeout=5))
    except redis.ConnectionError as error:
        print(error)
`);
  const wrong = 'ResponseError WRONGTYPE Operation against a key holding the wrong kind of value';
  expect(lines).toEqual([
    wrong,
    wrong,
    'ResponseError value is not an integer or out of range',
    "ResponseError unknown command 'NOPE', with args beginning with: 'a' ",
    "DataError Invalid input of type: 'list'. Convert to a bytes, string, int or float first.",
    'Connection closed by server.',
    'Error 111 connecting to localhost:6379. Connection refused.',
  ]);
});

test('a pop that blocks waits for an item, or until its time is up; so does one that is awaited', () => {
  const lines = outputOf(`
import redis.asyncio
threading.Timer(2, r.lpush, ('jobs', 'one')).start()
print(r.brpop('jobs', timeout=5), time.time(), r.blpop(['jobs', 'b'], timeout=3), time.time())
async def main():
    client = redis.asyncio.Redis(decode_responses=True)
    asyncio.get_running_loop().call_later(1, r.rpush, 'q', 'x', 'y')
    print(await client.blpop('q'), await client.brpop(['p', 'q'], 1), await client.blpop('q', 2), time.time())
asyncio.run(main())
`);
  expect(lines).toEqual(["(b'jobs', b'one') 2.0 None 5.0", "('q', 'x') ('q', 'y') None 8.0"]);
});

test('what is published reaches who has subscribed', () => {
  const lines = outputOf(`
import redis.asyncio
box = r.pubsub()
print(r.publish('news', 'early'))
box.subscribe('news', 'more')
print(box.get_message(), box.get_message()['data'], box.get_message())
print(r.publish('news', 'hi'), box.get_message())
threading.Timer(2, r.publish, ('more', 'late')).start()
print(box.get_message(timeout=1), box.get_message(timeout=5)['data'], time.time())
box.unsubscribe()
print([message['type'] for message in box.listen()], r.publish('news', 'nobody'))
async def main():
    client = redis.asyncio.Redis(decode_responses=True)
    own = client.pubsub(ignore_subscribe_messages=True)
    await own.subscribe('c')
    asyncio.get_running_loop().call_later(1, r.publish, 'c', 'm')
    print(await own.get_message(), await own.get_message(timeout=2))
asyncio.run(main())
`);
  expect(lines).toEqual([
    '0',
    "{'type': 'subscribe', 'pattern': None, 'channel': b'news', 'data': 1} 2 None",
    "1 {'type': 'message', 'pattern': None, 'channel': b'news', 'data': b'hi'}",
    "None b'late' 2.0",
    "['unsubscribe', 'unsubscribe'] 0",
    "None {'type': 'message', 'pattern': None, 'channel': 'c', 'data': 'm'}",
  ]);
});
