/** Interventions in words: a clause for what is done, which a sentence can begin with, and when. */
import type { Action, Intervention, When } from './intervention.ts';

/** `worker is cancelled`. */
export function actionClause(action: Action): string {
  switch (action.kind) {
    case 'cancelTask':
      return `${action.task} is cancelled`;
    case 'raiseInTask':
      return `${exceptionText(action.exception, action.message)} is raised in ${action.task}`;
    case 'resolveFuture':
      return `${action.future} gets the result ${action.value}`;
    case 'interrupt':
      return 'Ctrl-C is pressed';
    case 'signal':
      return `${action.process} gets ${action.signal}`;
    case 'restart':
      return `${action.process} is restarted`;
    case 'cutLink':
      return `the link between ${action.from} and ${action.to} is cut`;
    case 'healLink':
      return `the link between ${action.from} and ${action.to} is healed`;
    case 'dropPacket':
      return `message #${action.packet} is lost`;
    case 'delayPacket':
      return `message #${action.packet} is delayed by ${action.delayMs} ms`;
    case 'client':
      return clientClause(action);
    case 'flushLayer':
      return `${action.layer} is flushed`;
  }
}

/** `browser-1 asks for /chat/`. */
function clientClause({ act, client, text }: Extract<Action, { readonly kind: 'client' }>): string {
  switch (act) {
    case 'get':
      return `${client} asks for ${text}`;
    case 'open':
      return `${client} opens a socket to ${text}`;
    case 'say':
      return `${client} says ${JSON.stringify(text)}`;
    case 'close':
      return `${client} closes its socket`;
    case 'unplug':
      return `the plug of ${client} is pulled`;
  }
}

/** `at step 41`, `at t = 1.5 s`. */
export function whenText(when: When): string {
  return 'position' in when ? `at step ${when.position}` : `at t = ${when.timeUs / 1e6} s`;
}

/** `worker is cancelled at step 41`. */
export function interventionClause(intervention: Intervention): string {
  return `${actionClause(intervention)} ${whenText(intervention)}`;
}

function exceptionText(name: string, message: string): string {
  return message === '' ? name : `${name}(${JSON.stringify(message)})`;
}
