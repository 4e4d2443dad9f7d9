/** Vite gives the text of a file whose name is followed by `?raw`. */
declare module '*.py?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is what Vite makes.
  export default text;
}

/** The same for the `network.json` of a scenario. */
declare module '*.json?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: as above.
  export default text;
}

/** The text of a Procfile. */
declare module '*/Procfile?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: as above.
  export default text;
}

/** What `engine/cli/catalogue-plugin.mjs` makes of the gallery. */
declare module '*?catalogue' {
  export const CATALOGUE: readonly import('./catalogue.ts').CatalogueItem[];
}
