/** Vite builds what stands before `?worker&url` as a worker, and gives its address. */
declare module '*/host.ts?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: that is what Vite makes.
  export default address;
}
