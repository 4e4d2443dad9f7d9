/** What the server closes a channel or a connection with: AMQP's number, and the text as RabbitMQ 3.10 words it. */

const NAMES = {
  311: 'CONTENT_TOO_LARGE',
  320: 'CONNECTION_FORCED',
  403: 'ACCESS_REFUSED',
  404: 'NOT_FOUND',
  405: 'RESOURCE_LOCKED',
  406: 'PRECONDITION_FAILED',
  503: 'COMMAND_INVALID',
  530: 'NOT_ALLOWED',
  540: 'NOT_IMPLEMENTED',
} as const;

export type Code = keyof typeof NAMES;

/** Those end the whole connection; of the others the channel alone. */
const HARD: ReadonlySet<Code> = new Set([320, 503, 530, 540]);

export class AmqpError extends Error {
  readonly code: Code;
  readonly text: string;

  constructor(code: Code, sentence: string) {
    const text = `${NAMES[code]} - ${sentence}`;
    super(`${code} ${text}`);
    this.code = code;
    this.text = text;
  }

  get endsConnection(): boolean {
    return HARD.has(this.code);
  }
}

export function fail(code: Code, sentence: string): never {
  throw new AmqpError(code, sentence);
}

/** `what` is `queue` or `exchange`. */
export function failNotFound(what: string, name: string, vhost: string): never {
  return fail(404, `no ${what} '${name}' in vhost '${vhost}'`);
}
