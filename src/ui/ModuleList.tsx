/** Which of CPython's modules a program can import, to be searched, and what is nearest to one that is missing. */
import { useId, useState } from 'react';

/** Made by the build: `moduleList()` of python/library/supported.mjs. */
declare const PYTHON_MODULES: {
  readonly present: readonly { readonly name: string; readonly origin: 'lib' | 'ours' | 'lean' }[];
  /** Name, and what is nearest to it; empty where nothing is. */
  readonly absent: readonly (readonly [name: string, nearest: string])[];
};

export function ModuleList() {
  const [typed, setTyped] = useState('');
  const count = useId();
  const wanted = typed.trim().toLowerCase();
  const present = PYTHON_MODULES.present.filter(({ name }) => name.toLowerCase().includes(wanted));
  const absent = wanted === '' ? [] : PYTHON_MODULES.absent.filter(([name]) => name.toLowerCase().includes(wanted));
  return (
    <details className="help-modules">
      <summary>{PYTHON_MODULES.present.length} modules of CPython's library can be imported</summary>
      <p>
        Most are CPython's own source. Those marked <em>ours</em> are C in CPython and written anew here; those marked{' '}
        <em>in part</em> are shorter than CPython's.
      </p>
      <label>
        Find a module
        <input
          type="search"
          value={typed}
          aria-describedby={count}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p id={count} role="status">
        {present.length} of {PYTHON_MODULES.present.length}
      </p>
      <ul>
        {present.map(({ name, origin }) => (
          <li key={name}>
            <code>{name}</code>
            {origin === 'lib' ? null : <em> {origin === 'ours' ? 'ours' : 'in part'}</em>}
          </li>
        ))}
      </ul>
      {absent.map(([name, nearest]) => (
        <p key={name}>
          <code>{name}</code> is not here{nearest === '' ? '.' : `; the nearest thing is ${nearest}.`}
        </p>
      ))}
    </details>
  );
}
