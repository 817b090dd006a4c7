/** Which Keras a script is written for: the user's choice, else what its own idioms say. */

import type { Interpreter } from '../python/interpreter.ts';
import { nodesBelow, nodesOfKind } from '../python/nodeKinds.ts';
import { atOnce } from '../python/pauses.ts';
import { StateKey } from '../python/state.ts';
import type { Module, Statement } from '../python/syntax.ts';
import { readImports, readUse, Signs } from './versionSigns.ts';

export type KerasVersion = 1 | 2 | 3;
export type KerasVersionOption = 'auto' | '1' | '2' | '3';

/** The Keras that one program is taken for. */
export interface KerasOfProgram {
  readonly version: KerasVersion;
  /** Whether it is TensorFlow's: that beside TensorFlow took for years what this refuses since Keras 2 came with it. */
  readonly fromTensorFlow: boolean;
}

/** The version that one program is taken for; set before the program starts. */
export const kerasVersionKey = new StateKey<{ current: KerasVersion; fromTensorFlow: boolean }>(
  'keras.version',
  () => ({ current: 3, fromTensorFlow: false }),
);

/** Tells a program which Keras it has. */
export function setKeras(py: Interpreter, { version, fromTensorFlow }: KerasOfProgram): void {
  Object.assign(py.state(kerasVersionKey), { current: version, fromTensorFlow });
}

/** Whether the program has the Keras 2 that comes with TensorFlow. */
export function isKerasOfTensorFlow(py: Interpreter): boolean {
  const { current, fromTensorFlow } = py.state(kerasVersionKey);
  return current === 2 && fromTensorFlow;
}

/** Whether the program's Keras takes names of Keras 1: the Keras 2 beside TensorFlow did, with a warning. */
export function takesNamesOfKeras1(py: Interpreter): boolean {
  const { current, fromTensorFlow } = py.state(kerasVersionKey);
  return current === 1 || (current === 2 && !fromTensorFlow);
}

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

/** The Keras for an option; `auto` reads the version from the script's tree. */
export function resolveKeras(option: KerasVersionOption, module: Module): KerasOfProgram {
  return atOnce(resolvingKeras(option, module));
}

/** The same with pauses. */
export function* resolvingKeras(option: KerasVersionOption, module: Module): Generator<void, KerasOfProgram> {
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
  const version = option === 'auto' ? signs.version : (Number(option) as KerasVersion);
  return { version, fromTensorFlow: signs.fromTensorFlow };
}

function* readingUses(statement: Statement, signs: Signs): Generator<void, void> {
  for (const kind of ['Attribute', 'Call', 'Subscript'] as const) {
    for (const [index, node] of nodesBelow(statement, kind).entries()) {
      if (index % NODES === NODES - 1) yield;
      readUse(node, signs);
    }
  }
}
