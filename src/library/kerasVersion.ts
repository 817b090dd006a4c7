/** Which Keras a script is written for: the user's choice, else what its own idioms say. */

import { nodesOfKind } from '../python/nodeKinds.ts';
import { atOnce } from '../python/pauses.ts';
import { StateKey } from '../python/state.ts';
import type { Module } from '../python/syntax.ts';
import { readImports, readUse, Signs } from './versionSigns.ts';

export type KerasVersion = 1 | 2 | 3;
export type KerasVersionOption = 'auto' | '1' | '2' | '3';

/** The version that one program is taken for; set before the program starts. */
export const kerasVersionKey = new StateKey<{ current: KerasVersion }>('keras.version', () => ({
  current: 3,
}));

/** Nodes that are looked at between two pauses. */
const NODES = 5000;

/** The version for an option; `auto` reads the script's tree. */
export function resolveKerasVersion(option: KerasVersionOption, module: Module): KerasVersion {
  return atOnce(resolvingKerasVersion(option, module));
}

/** The same with pauses. */
export function* resolvingKerasVersion(
  option: KerasVersionOption,
  module: Module,
): Generator<void, KerasVersion> {
  if (option !== 'auto') return Number(option) as KerasVersion;
  const signs = new Signs();
  for (const kind of ['Import', 'ImportFrom'] as const) {
    for (const node of nodesOfKind(module, kind)) readImports(node, signs);
  }
  for (const kind of ['Attribute', 'Call', 'Subscript'] as const) {
    yield;
    for (const [index, node] of nodesOfKind(module, kind).entries()) {
      if (index % NODES === NODES - 1) yield;
      readUse(node, signs);
    }
  }
  return signs.version;
}
