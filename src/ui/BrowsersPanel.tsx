/** Browsers that the reader operates: ask for a page, open a socket, say something, close it, pull the plug. Each press is an intervention. */
import { type FormEvent, useId, useState } from 'react';
import type { Action, ClientAct } from '../scenario/intervention.ts';
import type { BrowserSeen } from '../store/browsers.ts';

interface BrowsersPanelProps {
  readonly browsers: readonly BrowserSeen[];
  /** `localhost:8000`. */
  readonly host: string;
  readonly isDisabled: boolean;
  readonly onAct: (action: Action) => void;
}

export function BrowsersPanel({ browsers, host, isDisabled, onAct }: BrowsersPanelProps) {
  const title = useId();
  return (
    <section className="browsers" aria-labelledby={title}>
      <h3 id={title}>Browsers</h3>{' '}
      <span className="soft">Be a visitor: what you press is done here from outside, and the link replays it.</span>
      <ul>
        {browsers.map((browser) => (
          <BrowserRow key={browser.name} browser={browser} host={host} isDisabled={isDisabled} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}

interface BrowserRowProps extends Omit<BrowsersPanelProps, 'browsers'> {
  readonly browser: BrowserSeen;
}

function BrowserRow({ browser: { isThere, name }, host, isDisabled, onAct }: BrowserRowProps) {
  const [page, setPage] = useState<string | null>(null);
  const [socket, setSocket] = useState<string | null>(null);
  const [words, setWords] = useState('hello');
  const press = (act: ClientAct, text = '') => {
    if (!isDisabled) onAct({ kind: 'client', client: name, act, text });
  };
  const pageUrl = page ?? `http://${host}/`;
  const socketUrl = socket ?? `ws://${host}/`;
  return (
    <li className="browser" data-there={isThere}>
      <span className="browser-name">
        <span translate="no">{name}</span> <span className="soft">{isThere ? 'is open' : 'not opened yet'}</span>
      </span>
      <PressForm
        label={`Page for ${name}`}
        value={pageUrl}
        word={isThere ? 'Get page' : 'Open with page'}
        {...{ name, isDisabled, onChange: setPage, onPress: () => press('get', pageUrl) }}
      />
      <PressForm
        label={`Socket for ${name}`}
        value={socketUrl}
        word="Open socket"
        {...{ name, isDisabled, onChange: setSocket, onPress: () => press('open', socketUrl) }}
      />
      {isThere ? (
        <>
          <PressForm
            label={`What ${name} says`}
            value={words}
            word="Say"
            {...{ name, isDisabled, onChange: setWords, onPress: () => press('say', words) }}
          />
          <span className="browser-ends">
            <PressButton word="Close socket" {...{ name, isDisabled, onPress: () => press('close') }} />
            <PressButton word="Pull the plug" {...{ name, isDisabled, onPress: () => press('unplug') }} />
          </span>
        </>
      ) : null}
    </li>
  );
}

interface PressProps {
  readonly name: string;
  readonly word: string;
  readonly isDisabled: boolean;
  readonly onPress: () => void;
}

interface PressFormProps extends PressProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PressForm({ isDisabled, label, name, onChange, onPress, value, word }: PressFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPress();
  };
  return (
    <form className="press-form" onSubmit={submit}>
      <input
        className="mono"
        aria-label={label}
        required
        maxLength={200}
        spellCheck={false}
        autoCapitalize="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <button type="submit" className="plain offer" aria-label={`${word}: ${name}`} aria-disabled={isDisabled}>
        {word}
      </button>
    </form>
  );
}

function PressButton({ isDisabled, name, onPress, word }: PressProps) {
  return (
    <button
      type="button"
      className="plain offer"
      aria-label={`${word}: ${name}`}
      aria-disabled={isDisabled}
      onClick={onPress}
    >
      {word}
    </button>
  );
}
