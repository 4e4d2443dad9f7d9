/** The program, to be read: the page's own editor, which here changes nothing. */
import { useEffect, useRef, useState } from 'react';
import type { Editor } from '../ui/editor/editor.ts';
import { useActions, useApp } from '../ui/services.ts';
import { useLooks } from '../ui/use-looks.ts';
import { useRunningFile } from '../ui/use-running-file.ts';
import '../ui/code.css';

export function EmbedCode() {
  const files = useApp((state) => state.scenario.files);
  const name = useApp((state) => state.file);
  const { showFile } = useActions();
  useRunningFile();
  const file = files.find((one) => one.name === name) ?? files[0];
  return (
    <section className="code" aria-label="Code">
      {files.length === 1 ? null : (
        <div className="file-tabs" role="tablist" aria-label="Files">
          {files.map((one) => (
            <button
              key={one.name}
              type="button"
              role="tab"
              className="tab"
              aria-selected={one === file}
              aria-controls="code-body"
              onClick={() => showFile(one.name)}
              translate="no"
            >
              {one.name}
            </button>
          ))}
        </div>
      )}
      <div className="code-body" id="code-body" role={files.length === 1 ? undefined : 'tabpanel'}>
        <Listing name={file?.name ?? ''} text={file?.text ?? ''} />
      </div>
    </section>
  );
}

function Listing({ name, text }: { readonly name: string; readonly text: string }) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const looks = useLooks(name);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    let mounted: Editor | null = null;
    let isGone = false;
    import('../ui/editor/editor.ts').then(
      ({ mountEditor }) => {
        if (isGone || host.current === null) return;
        mounted = mountEditor(host.current, {
          ...{ text: latest.current, isReadOnly: true, onEdit: () => undefined },
          label: 'Python program, read only',
        });
        setEditor(mounted);
      },
      // The plain text stays.
      (error: unknown) => console.error('The editor could not be loaded.', error),
    );
    return () => {
      isGone = true;
      mounted?.destroy();
      setEditor(null);
    };
  }, []);
  useEffect(() => editor?.setText(text), [editor, text]);
  useEffect(() => editor?.setLooks(looks), [editor, looks]);
  const line = looks.mistakes[0]?.place.line ?? (looks.hazardLine || (looks.running?.line ?? 0));
  useEffect(() => editor?.reveal(line), [editor, line]);
  return (
    <>
      <div className="editor-host" ref={host} hidden={editor === null} />
      {editor === null ? (
        <pre className="embed-code" translate="no">
          {text}
        </pre>
      ) : null}
    </>
  );
}
