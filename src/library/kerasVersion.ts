/** Which Keras a script is written for: the user's choice, else what its own idioms say. */

import { nodesBelow, nodesOfKind } from '../python/nodeKinds.ts';
import { atOnce } from '../python/pauses.ts';
import { StateKey } from '../python/state.ts';
import type { Module, Statement } from '../python/syntax.ts';
import { readImports, readUse, Signs } from './versionSigns.ts';

export type KerasVersion = 1 | 2 | 3;
export type KerasVersionOption = 'auto' | '1' | '2' | '3';

/** The version that one program is taken for; set before the program starts. */
export const kerasVersionKey = new StateKey<{ current: KerasVersion }>('keras.version', () => ({
  current: 3,
}));

/** Nodes that are looked at, and statements whose signs are known, between two pauses. */
const NODES = 5000;
const STATEMENTS = 2000;

/** What a statement says for programs with certain imports; null for nothing, as most do. */
interface ReadSigns {
  readonly imports: string;
  readonly signs: Signs | null;
}

/** For as long as the parser hands out the same statements. */
const readStatements = new WeakMap<Statement, ReadSigns>();

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
  const { importedNames } = signs;
  for (const [index, statement] of module.body.entries()) {
    if (index % STATEMENTS === 0) yield;
    let read = readStatements.get(statement);
    if (read?.imports !== importedNames) {
      const found = signs.ofUses();
      yield* readingUses(statement, found);
      read = { imports: importedNames, signs: found.isEmpty ? null : found };
      readStatements.set(statement, read);
    }
    if (read.signs !== null) signs.add(read.signs);
  }
  return signs.version;
}

function* readingUses(statement: Statement, signs: Signs): Generator<void, void> {
  for (const kind of ['Attribute', 'Call', 'Subscript'] as const) {
    for (const [index, node] of nodesBelow(statement, kind).entries()) {
      if (index % NODES === NODES - 1) yield;
      readUse(node, signs);
    }
  }
}
