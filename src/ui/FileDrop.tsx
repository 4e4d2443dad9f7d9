/** Files may be dropped anywhere on the page, the editor included. While one is over it, the page says what will happen. */
import { useEffect, useState } from 'react';
import { openedFile } from './opened-file.ts';
import { usePage } from './page.ts';
import { useServices } from './services.ts';
import './file-drop.css';

export function FileDrop() {
  const page = usePage();
  const { chrome, session } = useServices();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const drop = async (files: readonly File[]) => {
      const [file] = files;
      if (file === undefined) return;
      if (files.length > 1) session.setState({ linkProblem: 'These are several files. Drop one of them.' });
      else session.openFile(await openedFile(file), file.name);
      chrome.setState({ dialog: 'none' });
    };
    return page.onDrag((event) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      // Otherwise the browser would leave the page for the file, or the editor would write it into the program.
      event.preventDefault();
      event.stopPropagation();
      setIsOver(event.type === 'dragenter' || event.type === 'dragover');
      if (event.type === 'drop') void drop([...event.dataTransfer.files]);
    });
  }, [chrome, page, session]);
  return isOver ? (
    <div className="file-drop" aria-hidden="true">
      <p>Drop a .loop.json or a .py file to open it. It will not run by itself.</p>
    </div>
  ) : null;
}
