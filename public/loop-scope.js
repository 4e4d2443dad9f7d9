/* <loop-scope slug="deadlock">, or a program as its text. */
(() => {
  const base = new URL('./', document.currentScript.src);
  const shown = 'panes controls theme start end loop speed predict'.split(' ');
  async function packed(code, t) {
    const json = new Blob([JSON.stringify({ f: [['main.py', code]], t })]);
    const zip = new Response(json.stream().pipeThrough(new CompressionStream('deflate')));
    const text = btoa(String.fromCharCode(...new Uint8Array(await zip.arrayBuffer())));
    return `#1${text.replace(/[+/=]/g, (c) => ({ '+': '-', '/': '_' })[c] ?? '')}z`;
  }
  function dedented(text) {
    const [indent] = /^[ \t]*(?=\S)/m.exec(text) ?? [''];
    return `${text.replaceAll(`\n${indent}`, '\n').trim()}\n`;
  }
  customElements.define('loop-scope', class extends HTMLElement {
    async connectedCallback() {
      if (document.readyState === 'loading') await new Promise((done) => addEventListener('load', done));
      if (this.frame) return;
      const { title } = this;
      const of = (name) => this.getAttribute(name);
      const frame = (this.frame = document.createElement('iframe'));
      const page = new URL('embed.html', base);
      for (const name of shown) if (of(name) !== null) page.searchParams.set(name, of(name) || '1');
      const hash = of('slug') ? `#g/${of('slug')}` : of('src')?.replace(/^[^#]*/, '');
      frame.title = title;
      frame.sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
      frame.width = '100%';
      frame.height = of('height') || 480;
      addEventListener('message', ({ data, source }) => {
        if (source !== frame.contentWindow) return;
        if (data.type === 'ready') source.postMessage({ loopscope: 1, type: 'ping' }, '*');
        if (data.type === 'height' && !of('height')) frame.height = data.px;
        this.dispatchEvent(new CustomEvent('loopscope', { detail: data }));
      });
      frame.src = page + (hash || (await packed(dedented(this.textContent), title)));
      this.replaceChildren(frame);
    }
  });
})();
