/** Asks the worker one thing after another. Of what waits to be asked only the newest of each kind is: whoever scrubs wants the last place. */
import type { EngineClient } from '../bridge/client.ts';
import type { RunId } from '../bridge/protocol.ts';
import type { Answer, Inquiry } from '../scenario/inspection.ts';
import type { Scenario } from '../scenario/scenario.ts';

export interface Inquirer {
  readonly ask: (scenario: Scenario, inquiry: Inquiry, receive: (answer: Answer) => void) => void;
}

interface Wish {
  readonly scenario: Scenario;
  readonly inquiry: Inquiry;
  readonly receive: (answer: Answer) => void;
}

export function createInquirer(client: EngineClient): Inquirer {
  const waiting = new Map<Inquiry['kind'], Wish>();
  let asked: (Wish & { readonly run: RunId }) | null = null;

  const next = () => {
    const [wish] = waiting.values();
    if (asked !== null || wish === undefined) return;
    waiting.delete(wish.inquiry.kind);
    asked = { ...wish, run: client.inspect(wish.scenario, wish.inquiry) };
  };

  client.onReply((reply) => {
    if (asked === null || reply.run !== asked.run) return;
    const answer = answerOf(reply);
    if (answer === null) return;
    const { receive } = asked;
    asked = null;
    receive(answer);
    next();
  });

  return {
    ask(scenario, inquiry, receive) {
      waiting.delete(inquiry.kind);
      waiting.set(inquiry.kind, { scenario, inquiry, receive });
      next();
    },
  };
}

function answerOf(reply: Parameters<Parameters<EngineClient['onReply']>[0]>[0]): Answer | null {
  if (reply.kind === 'inspected') return reply.answer;
  // The worker could not be started, or was ended.
  if (reply.kind !== 'finished') return null;
  const { ending } = reply;
  return { kind: 'failed', message: ending.kind === 'crashed' ? ending.message : 'The engine was stopped.' };
}
