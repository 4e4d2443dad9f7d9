import { expect, test } from 'vitest';
import { Agenda } from './agenda.ts';
import { VirtualClock } from './clock.ts';

test('what is put down for one moment happens in the order in which it was put down', () => {
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  const done: string[] = [];
  agenda.at(2, () => done.push(`c at ${clock.now()}`));
  agenda.at(1, () => done.push(`a at ${clock.now()}`));
  agenda.at(1, () => done.push(`b at ${clock.now()}`));
  clock.waitUntil(3);
  expect([done, clock.now()]).toEqual([['a at 1', 'b at 1', 'c at 2'], 3]);
});

test('what was cancelled does not happen and is not waited for', () => {
  const agenda = new Agenda();
  const appointment = agenda.at(1, () => expect.fail('it was cancelled'));
  agenda.at(2, () => undefined);
  agenda.cancel(appointment);
  agenda.cancel(appointment);
  expect(agenda.next()).toBe(2);
});

test('an action may put down more, for the same moment too', () => {
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  const done: number[] = [];
  agenda.at(1, () => {
    agenda.at(1, () => done.push(1));
    agenda.at(1.5, () => done.push(1.5));
  });
  clock.waitUntil(1);
  expect([done, agenda.next()]).toEqual([[1], 1.5]);
});

test('a spin is charged no further than to the next appointment', () => {
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  agenda.at(0.0004, () => undefined);
  clock.charge();
  expect(clock.now()).toBe(0.0004);
});
