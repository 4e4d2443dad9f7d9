/** Vite gives the text of a file whose name is followed by `?raw`. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}
