/** The program, to be read: the page's own editor, which here changes nothing. */
import { useEffect } from 'react';
import { useReader } from '../ui/editor/use-reader.ts';
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
  const { editor, host } = useReader(text, 'Python program, read only');
  const looks = useLooks(name);
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
