/** A file of CPython's library, to be looked at: fetched when it is first wanted. Follows what runs, if the reader wants that. */
import { useEffect, useState } from 'react';
import type { Scenario } from '../scenario/scenario.ts';
import { NO_LOOKS } from './code-looks.ts';
import { useReader } from './editor/use-reader.ts';
import { inspectingOf } from './inspecting.ts';
import { useApp, useChrome, useServices } from './services.ts';
import { shortFile } from './short-file.ts';

export interface LibraryCodeProps {
  /** Null: the user's own code is shown. */
  readonly site: { readonly file: string; readonly line: number } | null;
}

export function LibraryCode({ site }: LibraryCodeProps) {
  const scenario = useRunScenario();
  useFollowing(scenario);
  return site === null || scenario === null ? null : <LibraryFile {...site} scenario={scenario} />;
}

function useRunScenario(): Scenario | null {
  return useApp(({ run }) => (run.phase === 'idle' || run.phase === 'rejected' ? null : run.scenario));
}

/** Where the playhead rests, the innermost frame is shown if it is in the library. */
function useFollowing(scenario: Scenario | null): void {
  const services = useServices();
  const position = useApp((state) => state.position);
  const isPlaying = useApp((state) => state.isPlaying || state.isFollowing);
  const isInLibrary = useChrome((chrome) => chrome.isInLibrary);
  useEffect(() => {
    if (!isInLibrary || isPlaying || scenario === null) return;
    const { chrome, store } = services;
    inspectingOf(services).inquirer.ask(scenario, { kind: 'place', position }, (answer) => {
      const isStill = store.getState().position === position && chrome.getState().isInLibrary;
      if (answer.kind !== 'place' || !isStill) return;
      const { site } = answer;
      chrome.setState({ site: site === null || site.isUser ? null : { file: site.file, line: site.line } });
    });
  }, [services, scenario, position, isPlaying, isInLibrary]);
}

type Loaded = { readonly file: string; readonly text: string | null };

function LibraryFile({
  file,
  line,
  scenario,
}: {
  readonly file: string;
  readonly line: number;
  readonly scenario: Scenario;
}) {
  const services = useServices();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const isThere = loaded?.file === file;
  const text = isThere ? loaded.text : null;
  useEffect(() => {
    inspectingOf(services).inquirer.ask(scenario, { kind: 'source', file }, (answer) => {
      if (answer.kind === 'source') setLoaded({ file: answer.file, text: answer.text });
      else if (answer.kind === 'failed') setLoaded({ file, text: null });
    });
  }, [services, scenario, file]);
  const { editor, host } = useReader(text, `${shortFile(file)}, read only`);
  useEffect(() => {
    editor?.setLooks({ ...NO_LOOKS, siteLine: line });
    editor?.reveal(line);
  }, [editor, line]);
  if (isThere && text === null)
    return <p className="empty">{`The text of ${shortFile(file)} is not there to be shown.`}</p>;
  return <div className="editor-host" ref={host} aria-busy={!isThere} />;
}
