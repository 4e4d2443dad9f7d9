/** The program: file tabs, the editor, and Run. Until the editor has been loaded the code stands in a plain text area. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { suspiciousCharacters } from '../scenario/hidden.ts';
import type { Breakpoint } from '../scenario/scenario.ts';
import { selectTrace } from '../store/selectors.ts';
import { perform, toggleBreakpoint } from './commands.ts';
import type { Editor } from './editor/editor.ts';
import type { LibraryCodeProps } from './LibraryCode.tsx';
import { MISSING, type Part, partOf, usePart } from './part.ts';
import { RunButton } from './RunButton.tsx';
import { Splitter } from './Splitter.tsx';
import { type Services, useActions, useApp, useChrome, useServices } from './services.ts';
import { shortFile } from './short-file.ts';
import { useLooks } from './use-looks.ts';
import { useRunningFile } from './use-running-file.ts';
import './code.css';

const LIBRARY: Part<LibraryCodeProps> = partOf(async () => (await import('./LibraryCode.tsx')).LibraryCode);

export function CodePane() {
  const scenario = useApp((state) => state.scenario);
  const fileName = useApp((state) => state.file);
  const { showFile } = useActions();
  useRunningFile();
  useSiteUntilMoved();
  const file = scenario.files.find(({ name }) => name === fileName) ?? scenario.files[0];
  const { chrome } = useServices();
  const site = useChrome((state) => state.site);
  const library = site === null || scenario.files.some(({ name }) => name === site.file) ? null : site;
  return (
    <section className="code" aria-label="Code">
      <header className="pane-head code-head">
        <div className="file-tabs" role="tablist" aria-label="Files">
          {scenario.files.map(({ name }) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="tab"
              aria-selected={library === null && name === file?.name}
              aria-controls="code-body"
              onClick={() => {
                chrome.setState({ site: null });
                showFile(name);
              }}
              translate="no"
            >
              {name}
            </button>
          ))}
          {library === null ? null : (
            <button type="button" role="tab" className="tab" aria-selected aria-controls="code-body" translate="no">
              {shortFile(library.file)}
            </button>
          )}
        </div>
        <LibraryButton />
        <HiddenBadge text={file?.text ?? ''} />
        <RunButton />
      </header>
      <div
        className="code-body"
        id="code-body"
        role="tabpanel"
        aria-label={shortFile(library?.file ?? file?.name ?? '')}
      >
        <div className="code-own" hidden={library !== null}>
          <Code name={file?.name ?? ''} text={file?.text ?? ''} />
        </div>
        <Library site={library} />
      </div>
      <Splitter pane="code" label="Size of the code" />
    </section>
  );
}

/** Whether the library's own code is shown where it runs. */
function LibraryButton() {
  const services = useServices();
  const isInLibrary = useChrome((chrome) => chrome.isInLibrary);
  const hasRun = useApp((state) => selectTrace(state).length > 0);
  return hasRun ? (
    <button
      type="button"
      className="plain library-button"
      aria-pressed={isInLibrary}
      title="Show Python's own library where it runs (F11), or stay in your own code (Shift+F11)"
      onPointerEnter={LIBRARY.ahead}
      onClick={() => perform(services, isInLibrary ? 'out' : 'into')}
    >
      Library
    </button>
  ) : null;
}

function Library({ site }: LibraryCodeProps) {
  const isInLibrary = useChrome((chrome) => chrome.isInLibrary);
  const part = usePart(isInLibrary || site !== null ? LIBRARY : null);
  if (part.phase === 'missing') return site === null ? null : <p className="empty">{MISSING}</p>;
  return part.phase === 'loaded' ? <part.Component site={site} /> : null;
}

function Code({ name, text }: { readonly name: string; readonly text: string }) {
  const services = useServices();
  const { session } = services;
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const looks = useLooks(name);
  const latest = useRef({ name, text });
  latest.current = { name, text };

  useEffect(() => {
    let mounted: Editor | null = null;
    let isGone = false;
    import('./editor/editor.ts').then(
      ({ mountEditor }) => {
        if (isGone || host.current === null) return;
        mounted = mountEditor(host.current, {
          text: latest.current.text,
          label: 'Python program',
          onEdit: (next, lineNow) => {
            session.edit(latest.current.name, next);
            moveBreakpoints(services, latest.current.name, lineNow);
          },
          onToggle: (line) => toggleBreakpoint(services, { file: latest.current.name, line }),
        });
        // Whoever is typing goes on typing.
        const area = plain.current;
        if (area?.matches(':focus') === true) mounted.focus(area.selectionStart);
        setEditor(mounted);
      },
      // The plain text area stays, and works.
      (error: unknown) => console.error('The editor could not be loaded.', error),
    );
    return () => {
      isGone = true;
      mounted?.destroy();
      setEditor(null);
    };
  }, [services, session]);

  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setLooks(looks), [editor, looks]);
  const line = looks.siteLine || (looks.mistakes[0]?.place.line ?? (looks.hazardLine || (looks.running?.line ?? 0)));
  useEffect(() => editor?.reveal(line), [editor, line]);
  return (
    <>
      <div className="editor-host" ref={host} hidden={editor === null} />
      {editor === null ? (
        <textarea
          ref={plain}
          className="plain-code"
          aria-label="Python program"
          spellCheck={false}
          autoCapitalize="off"
          translate="no"
          value={text}
          onChange={(event) => session.edit(name, event.currentTarget.value)}
        />
      ) : null}
    </>
  );
}

/** Breakpoints stay at their statements while lines come and go. */
function moveBreakpoints({ session, store }: Services, file: string, lineNow: (line: number) => number): void {
  const { breakpoints } = store.getState().scenario;
  const moved = breakpoints.map((each) => (each.file === file ? { ...each, line: lineNow(each.line) } : each));
  if (moved.every(({ line }, index) => line === breakpoints[index]?.line)) return;
  const isFirst = (each: Breakpoint, index: number): boolean =>
    moved.findIndex((other) => other.file === each.file && other.line === each.line) === index;
  session.setBreakpoints(moved.filter(isFirst));
}

/** What the reader wanted to see is forgotten as soon as the playhead moves. */
function useSiteUntilMoved(): void {
  const { chrome } = useServices();
  const position = useApp((state) => state.position);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the move itself.
  useEffect(() => {
    // There it follows what runs by itself.
    if (!chrome.getState().isInLibrary) chrome.setState({ site: null });
  }, [chrome, position]);
}

/** "Trojan source": characters that cannot be seen, or that turn the order of what is seen. */
function HiddenBadge({ text }: { readonly text: string }) {
  const found = useMemo(() => suspiciousCharacters(text), [text]);
  const [first] = found;
  if (first === undefined) return null;
  const places = found.slice(0, 8).map(({ code, column, line }) => `${code} in line ${line}, column ${column}`);
  return (
    <details className="hidden-badge">
      <summary>{`${found.length} hidden character${found.length === 1 ? '' : 's'}`}</summary>
      <p>
        This code holds characters that cannot be seen, or that change the order in which it is shown. What runs may not
        be what you read: {places.join('; ')}
        {found.length > 8 ? '; and more' : ''}.
      </p>
    </details>
  );
}
