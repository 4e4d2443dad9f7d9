/** The editor as a reader: it shows a text and changes nothing. Loaded when there is one. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Editor } from './editor.ts';

interface Reader {
  readonly host: RefObject<HTMLDivElement | null>;
  /** Null: it is not there yet, or could not be loaded, and the plain text stays. */
  readonly editor: Editor | null;
}

/** `text` null: there is nothing to read yet. */
export function useReader(text: string | null, label: string): Reader {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const latest = useRef(text);
  latest.current = text;
  const isThere = text !== null;
  useEffect(() => {
    if (!isThere) return undefined;
    let mounted: Editor | null = null;
    let isGone = false;
    import('./editor.ts').then(
      ({ mountEditor }) => {
        if (isGone || host.current === null) return;
        mounted = mountEditor(host.current, {
          ...{ text: latest.current ?? '', isReadOnly: true, onEdit: () => undefined },
          label,
        });
        setEditor(mounted);
      },
      (error: unknown) => console.error('The editor could not be loaded.', error),
    );
    return () => {
      isGone = true;
      mounted?.destroy();
      setEditor(null);
    };
  }, [isThere, label]);
  useEffect(() => {
    if (text !== null) editor?.setText(text);
  }, [editor, text]);
  return { host, editor };
}
