/** Brings our trees into the form in which `test/oracles/ast/dump.py` writes CPython's. */

import type { ConstantValue, Node } from '../../../src/python/syntax.ts';

/** Kinds without a position in CPython. */
const unplaced = new Set(['Module', 'arguments', 'comprehension', 'withitem', 'match_case']);
const ours = new Set(['span', 'nameSpan', 'attrSpan', 'type_params']);

function constant(value: ConstantValue): unknown {
  switch (value.type) {
    case 'int':
      return { int: `0x${value.value.toString(16)}` };
    case 'float':
      return { float: value.value };
    case 'complex':
      return { complex: value.imag };
    case 'str':
      return { str: value.value };
    case 'bytes':
      return { bytes: Buffer.from(value.value).toString('hex') };
    case 'bool':
      return { singleton: value.value ? 'True' : 'False' };
    case 'None':
      return { singleton: 'None' };
    case 'Ellipsis':
      return 'Ellipsis';
  }
}

export function normalised(node: Node): unknown {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    if (ours.has(name)) continue;
    if (name === 'value' && (node.kind === 'Constant' || node.kind === 'MatchSingleton')) {
      found[name] = constant(node.value);
    } else if (Array.isArray(value)) {
      found[name] = value.map(item => (isNode(item) ? normalised(item) : operator(item)));
    } else found[name] = isNode(value) ? normalised(value) : operator(value);
  }
  if (!unplaced.has(node.kind)) {
    const { start, end } = node.span;
    found.at = [start.line, start.column, end.line, end.column];
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

/** CPython's operators and contexts are nodes of their own. */
function operator(value: unknown): unknown {
  return value;
}

/** Says where two normalised trees differ first, or null. */
export function firstDifference(mine: unknown, theirs: unknown, path = ''): string | null {
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    if (mine.length !== theirs.length && !path.endsWith('.at'))
      return `${path}: ${brief(mine)} / ${brief(theirs)}`;
    for (let index = 0; index < mine.length; index++) {
      const found = firstDifference(mine[index], theirs[index], `${path}[${index}]`);
      if (found !== null) return path.endsWith('.at') ? `${path}: ${brief(mine)} / ${brief(theirs)}` : found;
    }
    return null;
  }
  if (
    typeof mine === 'string' &&
    isRecord(theirs) &&
    Object.keys(theirs).length === 1 &&
    theirs.kind === mine
  )
    return null;
  if (isRecord(mine) && isRecord(theirs)) {
    if (mine.kind === theirs.kind && mine.kind === 'JoinedStr') return formatted(mine, theirs, path);
    const keys = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
    for (const key of keys) {
      if ((key === 'float' || key === 'complex') && Number(mine[key]) === Number(theirs[key])) continue;
      if ((key === 'float' || key === 'complex') && theirs[key] === 'inf' && mine[key] === Infinity) continue;
      const place = Array.isArray(mine.at) ? `@${(mine.at as number[])[0]}` : '';
      const found = firstDifference(mine[key], theirs[key], `${path}.${key}${key === 'at' ? '' : place}`);
      if (found !== null) return found;
    }
    return null;
  }
  return Object.is(mine, theirs) ? null : `${path}: ${brief(mine)} / ${brief(theirs)}`;
}

/** What lies inside an f-string has its own position only since CPython 3.12. */
function formatted(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  path: string,
): string | null {
  const found = firstDifference(mine.at, theirs.at, `${path}.at`);
  return (
    found ?? firstDifference(withoutPositions(mine.values), withoutPositions(theirs.values), `${path}.values`)
  );
}

function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'at');
  return Object.fromEntries(entries.map(([key, below]) => [key, withoutPositions(below)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 200);
}
