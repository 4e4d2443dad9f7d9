/** Values as nested lists that open by buttons. What has changed since the step before says so in words. */
import type { Site, ValueNode } from '../scenario/inspection.ts';
import { MEMBERS_MAX } from '../scenario/inspection.ts';
import type { Change, Changes } from '../store/changes.ts';
import { Icon } from './Icon.tsx';
import { shortFile } from './short-file.ts';

export interface TreeProps {
  readonly changes: Changes;
  readonly onToggle: (path: string) => void;
  readonly onMore: (path: string) => void;
  readonly onSite: (site: Site) => void;
  readonly onThing: (thing: NonNullable<ValueNode['thing']>) => void;
}

export function ValueTree({ nodes, ...tree }: TreeProps & { readonly nodes: readonly ValueNode[] }) {
  return (
    <ul className="values">
      {nodes.map((node) => (
        <Branch key={node.path} node={node} {...tree} />
      ))}
    </ul>
  );
}

function Branch({ node, ...tree }: TreeProps & { readonly node: ValueNode }) {
  const { members, path, size } = node;
  const change = tree.changes.byPath.get(path);
  const gone = tree.changes.gone.get(path) ?? [];
  return (
    <li data-kind={node.kind} data-change={change?.kind}>
      <div className="value-row">
        <Name node={node} onToggle={tree.onToggle} />
        <Content node={node} onSite={tree.onSite} onThing={tree.onThing} />
        <ChangeNote change={change} />
      </div>
      {members === null ? null : (
        <ul>
          {members.map((member) => (
            <Branch key={member.path} node={member} {...tree} />
          ))}
          {members.length === 0 && size === 0 ? <li className="soft value-none">no variables</li> : null}
          {members.length < Math.min(size, MEMBERS_MAX) && node.kind !== 'frame' ? (
            <li>
              <button type="button" className="link" onClick={() => tree.onMore(path)}>
                {`More of ${node.name}: ${members.length} of ${size} are shown`}
              </button>
            </li>
          ) : null}
          {gone.length === 0 ? null : <li className="value-gone">{`gone: ${gone.slice(0, 12).join(', ')}`}</li>}
        </ul>
      )}
    </li>
  );
}

function Name({ node, onToggle }: { readonly node: ValueNode; readonly onToggle: (path: string) => void }) {
  const { isAbove, kind, members, name, path, size } = node;
  const canOpen = (size > 0 || kind === 'frame') && !isAbove;
  if (!canOpen)
    return (
      <span className="value-name" translate="no">
        {name}
      </span>
    );
  return (
    <button type="button" className="value-toggle" aria-expanded={members !== null} onClick={() => onToggle(path)}>
      <Icon name="down" size={12} />
      <span className="value-name" translate="no">
        {name}
      </span>
    </button>
  );
}

function Content({ node, onSite, onThing }: Pick<TreeProps, 'onSite' | 'onThing'> & { readonly node: ValueNode }) {
  const { isAbove, isBroken, kind, name, site, size, text, thing, type } = node;
  if (site !== null)
    return (
      <button
        type="button"
        className="link value-site"
        data-library={!site.isUser}
        aria-label={`Show ${shortFile(site.file)}, line ${site.line}, in the code`}
        onClick={() => onSite(site)}
        translate="no"
      >
        {`${shortFile(site.file)}:${site.line}`}
      </button>
    );
  if (kind === 'group') return size === 0 ? null : <span className="soft figures">{size}</span>;
  return (
    <>
      <span className="value-text" data-broken={isBroken} translate="no">
        {isAbove ? `${type}: the same as further up` : text}
      </span>
      {isPlain(type) ? null : (
        <span className="value-type" translate="no">
          {isCounted(type) ? `${type} of ${size}` : type}
        </span>
      )}
      {thing === null ? null : (
        <button type="button" className="link" aria-label={`Inspect ${name}`} onClick={() => onThing(thing)}>
          inspect
        </button>
      )}
    </>
  );
}

function ChangeNote({ change }: { readonly change: Change | undefined }) {
  if (change === undefined) return null;
  if (change.kind === 'new') return <span className="value-change">◆ new</span>;
  return (
    <span className="value-change">
      {'◆ was '}
      <span translate="no">{clipped(change.was)}</span>
    </span>
  );
}

const WAS_MAX = 60;

function clipped(text: string): string {
  return text.length <= WAS_MAX ? text : `${text.slice(0, WAS_MAX)}…`;
}

/** Of these the text says which type it is. */
function isPlain(type: string): boolean {
  return ['str', 'int', 'float', 'bool', 'NoneType', 'function', 'type', 'module', 'method'].includes(type);
}

function isCounted(type: string): boolean {
  return ['list', 'tuple', 'dict', 'set', 'frozenset', 'deque', 'defaultdict'].includes(type);
}
