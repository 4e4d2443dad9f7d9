/** Text in which code stands between backticks. */
export function Spelled({ text }: { readonly text: string }) {
  let at = 0;
  return text.split('`').map((part, index) => {
    const key = at;
    at += part.length + 1;
    return index % 2 === 1 ? (
      <code key={key} translate="no">
        {part}
      </code>
    ) : (
      part
    );
  });
}
