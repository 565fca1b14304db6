// Which entries of src/text the files of the window read. An object that is looked up by a variable or handed
// on as a whole counts as read with all that is in it.
import { parse } from 'svelte/compiler';

type Group = Record<string, unknown>;
/** The way to an entry: `permohonan`, `dialogs`, `reason`. */
type Path = readonly string[];
type Node = { type: string; [part: string]: unknown };
/** A node with those around it, the nearest first. */
type Found = { node: Node; above: readonly Node[] };

const isNode = (thing: unknown): thing is Node =>
  typeof thing === 'object' && thing !== null && typeof (thing as Node).type === 'string';
const isGroup = (thing: unknown): thing is Group =>
  typeof thing === 'object' && thing !== null && !Array.isArray(thing);
const at = (groups: Group, path: Path) =>
  path.reduce<unknown>((thing, key) => (isGroup(thing) ? thing[key] : undefined), groups);

function entries(thing: unknown, path: Path): string[] {
  if (!isGroup(thing)) return [path.join('.')];
  return Object.entries(thing).flatMap(([key, value]) => entries(value, [...path, key]));
}

/** A cast is looked through; any other type names the words without saying them. */
const CASTS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

function nodes(thing: unknown, above: readonly Node[] = []): Found[] {
  if (Array.isArray(thing)) return thing.flatMap((each) => nodes(each, above));
  if (!isNode(thing) || (thing.type.startsWith('TS') && !CASTS.has(thing.type))) return [];
  return [
    { node: thing, above },
    ...Object.values(thing).flatMap((part) =>
      isNode(part) || Array.isArray(part) ? nodes(part, [thing, ...above]) : [],
    ),
  ];
}

/** The key of a look-up or of a pattern, or null where a variable decides. */
function keyOf(node: Node, part: 'property' | 'key'): string | null {
  const key = node[part] as Node;
  if (node['computed'] === true) return key.type === 'Literal' ? String(key['value']) : null;
  return key.type === 'Identifier' ? String(key['name']) : null;
}

/** True where the identifier does not stand for the words: a key of its own, a declaration, a parameter. */
function isOtherName({ node, above }: Found): boolean {
  const outer = above[0];
  if (!outer || outer.type.startsWith('Import')) return true;
  if (outer.type === 'MemberExpression') return outer['property'] === node && outer['computed'] !== true;
  if (outer.type === 'VariableDeclarator' && outer['id'] === node) return true;
  if (outer.type === 'Property' && outer['key'] === node && outer['shorthand'] !== true) return true;
  return above.some(
    (each) =>
      each.type === 'ObjectPattern' ||
      [each['params'], each['parameters']].some(
        (list) => Array.isArray(list) && list.some((one) => isNode(one) && one['name'] === node['name']),
      ),
  );
}

/** `text/id` hands on what stands in the files beside it. */
function placeOf(groups: Group, file: string, name: string): Path {
  const home = Object.entries(groups).find(([, group]) => isGroup(group) && name in group)?.[0];
  return [file === 'id' && home ? home : file, name];
}

function readBy(name: string, source: string, groups: Group): string[] {
  const tree = parse(name.endsWith('.svelte') ? source : `<script lang="ts">${source}</script>`, {
    modern: true,
  });
  const all = nodes([tree.instance, tree.module, tree.fragment]);
  /** The names in this file that stand for a part of the words. */
  const names = new Map<string, Path>();
  for (const { node } of all) {
    if (node.type !== 'ImportDeclaration') continue;
    const file = /(?:^|\/)text\/(\w+)$/.exec(String((node['source'] as Node)['value']))?.[1];
    if (file === undefined) continue;
    for (const { imported, local } of node['specifiers'] as { imported: Node; local: Node }[])
      names.set(String(local['name']), placeOf(groups, file, String(imported['name'])));
  }

  const read = new Set<string>();
  /** Gives the names of a pattern their places; false where it takes more than a name. */
  const bind = (pattern: Node, path: Path): boolean => {
    if (pattern.type === 'Identifier') names.set(String(pattern['name']), path);
    else if (pattern.type !== 'ObjectPattern') return false;
    else
      return (pattern['properties'] as Node[]).every((each) => {
        const key = each.type === 'Property' ? keyOf(each, 'key') : null;
        return key !== null && bind(each['value'] as Node, [...path, key]);
      });
    return true;
  };
  const follow = ({ node, above }: Found, start: Path): void => {
    let path = start;
    let inner = node;
    for (const outer of above) {
      const key =
        outer.type === 'MemberExpression' && isGroup(at(groups, path)) ? keyOf(outer, 'property') : null;
      if (key !== null && outer['object'] === inner) path = [...path, key];
      else if (outer.type === 'VariableDeclarator' && isGroup(at(groups, path))) {
        if (bind(outer['id'] as Node, path)) return;
        break;
      } else if (!CASTS.has(outer.type)) break;
      inner = outer;
    }
    for (const entry of entries(at(groups, path), path)) read.add(entry);
  };

  // A name given by one declaration may be taken apart by a later one, so this goes on until none is new.
  for (let known = 0; known !== names.size;) {
    known = names.size;
    for (const found of all) {
      const path = found.node.type === 'Identifier' ? names.get(String(found.node['name'])) : undefined;
      if (path && !isOtherName(found)) follow(found, path);
    }
  }
  return [...read];
}

/** The entries of `groups`, by file and export, that no source reads. */
export function unreadEntries(sources: Record<string, string>, groups: Group): string[] {
  const read = new Set(Object.entries(sources).flatMap(([name, source]) => readBy(name, source, groups)));
  return entries(groups, []).filter((entry) => !read.has(entry));
}
