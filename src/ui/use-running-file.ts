import { useEffect } from 'react';
import { selectEvent, selectTrace } from '../store/selectors.ts';
import { useActions, useApp } from './services.ts';

/** Where a line of another file runs, that file is shown, as soon as the playhead comes there. */
export function useRunningFile(): void {
  const { showFile } = useActions();
  const event = useApp(selectEvent);
  const file = useApp((state) => {
    const code = event?.kind === 'line.reached' ? event.code : -1;
    const name = selectTrace(state).codes[code]?.file;
    return state.isFollowing ? undefined : state.scenario.files.find((one) => one.name === name)?.name;
  });
  useEffect(() => {
    if (file !== undefined) showFile(file);
  }, [file, showFile]);
}
