/** The scripted network of the scenario, to be changed: how far away hosts are, what they answer, how they fail. */
import { type ReactNode, useId, useState } from 'react';
import { HOST_STATES, type HostState } from '../lib/network-plan.ts';
import { Dialog } from './Dialog.tsx';
import {
  draftOf,
  type HostDraft,
  LABELS,
  NEW_PAGE,
  type NetworkDraft,
  newHost,
  type PageDraft,
  readDraft,
} from './network-draft.ts';
import { useApp, useServices } from './services.ts';
import './network.css';

const STATE_WORDS: Readonly<Record<HostState, string>> = {
  up: 'answers',
  refuses: 'refuses connections',
  silent: 'is silent: time-outs',
  resets: 'resets after one request',
  unknown: 'is unknown to DNS',
};

export function NetworkDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, voice } = useServices();
  const settings = useApp(({ scenario }) => scenario.settings);
  const [draft, setDraft] = useState<NetworkDraft>(() => draftOf(settings.network));
  const [problem, setProblem] = useState('');
  const use = () => {
    const read = readDraft(draft);
    if (!read.ok) return setProblem(read.sentence);
    session.configure({ ...settings, network: read.network });
    session.run();
    voice.say('The network is changed, and the program runs again.');
    onClose();
  };
  const asByDefault = () => {
    const { network: _, ...others } = settings;
    session.configure(others);
    onClose();
  };
  const setHost = (at: number, host: HostDraft | null) =>
    setDraft({ ...draft, hosts: replaced(draft.hosts, at, host) });
  return (
    <Dialog title="Network" onClose={onClose}>
      <p className="soft">
        The program reaches no real host. Hosts that are not named here answer with a plausible page after a while.
      </p>
      <form
        className="network"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <fieldset>
          <legend>All hosts</legend>
          <div className="network-row">
            {(['latencyMs', 'jitterMs', 'bandwidth', 'loss'] as const).map((key) => (
              <Field
                key={key}
                label={LABELS[key]}
                value={draft[key]}
                onChange={(text) => setDraft({ ...draft, [key]: text })}
              />
            ))}
          </div>
        </fieldset>
        {draft.hosts.map((host, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hosts have no identity but their place, and keep their fields in the draft.
          <Host key={at} host={host} onChange={(changed) => setHost(at, changed)} />
        ))}
        <p>
          <button
            type="button"
            className="link"
            onClick={() => setDraft({ ...draft, hosts: [...draft.hosts, newHost(draft)] })}
          >
            Add a host
          </button>
        </p>
        {problem === '' ? null : <p role="alert">{problem}</p>}
        <p className="network-end">
          <button type="submit" className="run-button" data-called="true">
            Use it and run
          </button>
          <button type="button" className="run-button" onClick={asByDefault} disabled={settings.network === undefined}>
            Back to the default internet
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface HostProps {
  readonly host: HostDraft;
  readonly onChange: (host: HostDraft | null) => void;
}

function Host({ host, onChange }: HostProps) {
  const setPage = (at: number, page: PageDraft | null) => onChange({ ...host, pages: replaced(host.pages, at, page) });
  const name = host.name === '' ? 'this host' : host.name;
  const state = useId();
  return (
    <fieldset>
      <legend>{host.name === '' ? 'A host' : host.name}</legend>
      <div className="network-row">
        <Field label={LABELS.name} value={host.name} isWide onChange={(text) => onChange({ ...host, name: text })} />
        <div className="network-field">
          <label htmlFor={state}>{LABELS.state}</label>
          <select
            id={state}
            value={host.state}
            onChange={({ currentTarget }) => {
              const chosen = HOST_STATES.find((one) => one === currentTarget.value) ?? 'up';
              onChange({ ...host, state: chosen });
            }}
          >
            {HOST_STATES.map((one) => (
              <option key={one} value={one}>
                {STATE_WORDS[one]}
              </option>
            ))}
          </select>
        </div>
        <Field
          label={LABELS.latencyMs}
          value={host.latencyMs}
          onChange={(text) => onChange({ ...host, latencyMs: text })}
        />
      </div>
      {host.pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as with hosts.
        <Page key={at} page={page} nth={at + 1} host={name} onChange={(changed) => setPage(at, changed)} />
      ))}
      <p className="network-end">
        <button type="button" className="link" onClick={() => onChange({ ...host, pages: [...host.pages, NEW_PAGE] })}>
          Add a page to {name}
        </button>
        <button type="button" className="link" onClick={() => onChange(null)}>
          Take {name} away
        </button>
      </p>
    </fieldset>
  );
}

interface PageProps {
  readonly page: PageDraft;
  readonly nth: number;
  readonly host: string;
  readonly onChange: (page: PageDraft | null) => void;
}

function Page({ host, nth, onChange, page }: PageProps) {
  const field = (key: keyof PageDraft, isWide = false): ReactNode => (
    <Field
      label={LABELS[key]}
      value={page[key]}
      isWide={isWide}
      onChange={(text) => onChange({ ...page, [key]: text })}
    />
  );
  const body = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset is read out twice.
    <div className="network-page" role="group" aria-label={`Page ${nth} of ${host}`}>
      <div className="network-row">
        {field('path', true)}
        {field('status')}
        {field('delayMs')}
        {field('failures')}
      </div>
      <div className="network-field">
        <label htmlFor={body}>{LABELS.body}</label>
        <textarea
          id={body}
          className="mono"
          rows={2}
          spellCheck={false}
          value={page.body}
          onChange={({ currentTarget }) => onChange({ ...page, body: currentTarget.value })}
        />
      </div>
      <div className="network-row">
        {field('type', true)}
        <button type="button" className="link" onClick={() => onChange(null)}>
          Take page {nth} away
        </button>
      </div>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly isWide?: boolean;
  readonly onChange: (text: string) => void;
}

function Field({ isWide = false, label, onChange, value }: FieldProps) {
  const id = useId();
  return (
    <div className="network-field" data-wide={isWide}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder={label === LABELS.latencyMs ? 'by default' : undefined}
        spellCheck={false}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

/** Null takes it away. */
function replaced<T>(all: readonly T[], at: number, by: T | null): readonly T[] {
  return by === null ? all.filter((_, index) => index !== at) : all.map((each, index) => (index === at ? by : each));
}
