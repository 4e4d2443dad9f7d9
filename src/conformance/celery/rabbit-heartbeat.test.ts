/** Links with RabbitMQ that are cut, and clients that it hears nothing of: F9, and what heartbeats are for. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import { eventsOf, play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const link = (kind: 'cutLink' | 'healLink', seconds: number) =>
  ({ kind, from: 'worker.1', to: 'rabbit.1', timeUs: seconds * 1e6 }) as const;

// The server looks every 60 s, and has to find nothing twice.
test.each([
  { healedAt: 30, acksLate: 'True', hosts: "['one', '1.0']", returned: [] },
  { healedAt: 300, acksLate: 'True', hosts: "['one', '1.0', 'two', '180.0']", returned: ['missed heartbeats'] },
  { healedAt: 300, acksLate: 'False', hosts: "['one', '1.0']", returned: [] },
])('F9 a link that is cut while a task runs ($acksLate), healed after $healedAt s: it runs at $hosts', (row) => {
  const { client, trace } = play({
    broker: 'amqp://localhost',
    worker: '-c 1 -n one@%h',
    other: '-c 1 -n two@%h',
    tasks: `
@app.task(bind=True, acks_late=${row.acksLate})
def job(self):
    with open('hosts', 'a') as file:
        print(self.request.hostname.partition('@')[0], time.time(), file=file)
    time.sleep(10)
    return time.time()`,
    client: `
time.sleep(1)
result = job.delay()
time.sleep(400)
print(open('hosts').read().split(), result.get())`,
    interventions: [link('cutLink', 3), link('healLink', row.healedAt)],
  });
  expect(client).toEqual([`${row.hosts} 11.0`]);
  const returned = eventsOf(trace, 'envelope.returned');
  expect(returned.map(({ reason }) => reason)).toEqual(row.returned);
});

test('a consumer that does nothing but work for three minutes is given up; one that lets heartbeats through is not', () => {
  const { stdout } = runHeadlessNow({
    files: {
      'main.py': `import subprocess, time
server = subprocess.Popen(['rabbitmq-server'], stdout=subprocess.DEVNULL)
import pika
def consume(heartbeat, work):
    connection = pika.BlockingConnection(pika.ConnectionParameters('localhost', heartbeat=heartbeat))
    channel = connection.channel()
    channel.queue_declare('tasks')
    began = time.time()
    channel.basic_publish('', 'tasks', b'text')
    method, _, _ = next(channel.consume('tasks'))
    work(connection)
    try:
        channel.basic_ack(method.delivery_tag)
        connection.process_data_events(0)
        connection.close()
        print(time.time() - began, 'acknowledged')
    except pika.exceptions.AMQPConnectionError as error:
        print(time.time() - began, repr(error))
for heartbeat, work in (
        (None, lambda connection: time.sleep(170)), (None, lambda connection: time.sleep(190)), (None, lambda connection: connection.sleep(190)),
        (0, lambda connection: time.sleep(190)), (4, lambda connection: time.sleep(20))):
    consume(heartbeat, work)
server.kill()`,
    },
  });
  const lost = `StreamLostError: ("Stream connection lost: ConnectionResetError(104, 'Connection reset by peer')",)`;
  expect(stdout.trimEnd().split('\n')).toEqual([
    '170.0 acknowledged',
    `190.0 ${lost}`,
    '190.0 acknowledged',
    '190.0 acknowledged',
    `20.0 ${lost}`,
  ]);
});
