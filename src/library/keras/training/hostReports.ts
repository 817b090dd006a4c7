/** Scores for a report of models that take text or hash: the host looks up each batch, as it does while training. */
import type { Engine, Executable, HostArray } from '../../../graph/engine.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { HostInputs } from '../hostInputs.ts';
import { type ClassifierHead, headOf } from '../models/classifierHead.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { flatten } from '../tensors/graphNode.ts';
import { type Batch, DataLeaf, type DataSource, textLeaves, uploadable } from './dataSource.ts';
import { type TracedStep, traceStep } from './stepTrace.ts';

export interface HostScores {
  readonly head: ClassifierHead;
  readonly scores: readonly HostArray[];
  readonly labels: readonly HostArray[];
}

interface Compiled {
  readonly head: ClassifierHead;
  readonly executable: Executable;
}

/** How many inputs a batch has, which stand first in it, and how many of them are fed: text is not. */
function countInputs({ template }: Batch): { readonly all: number; readonly fed: number } {
  const all = flatten([template.x]).filter(leaf => leaf instanceof DataLeaf).length;
  return { all, fed: all - textLeaves(template).size };
}

function compiled(engine: Engine, traced: TracedStep): Compiled | null {
  if (traced.outputTensors.length !== 1) return null;
  const head = headOf(traced.outputTensors[0].tensor);
  const scores = head.logits ?? head.probabilities;
  if (scores === null || scores.shape.length !== 2 || head.kind === 'other' || head.kind === 'none')
    return null;
  const program = { inputs: traced.program.inputs, outputs: [scores], updates: [] };
  return { head, executable: engine.compile(program) };
}

/**
 * Scores and labels of the first rows, batch by batch; null where the model is no classifier.
 * @param patience milliseconds after which what is there has to do; null for no limit
 */
export function* hostScores(
  py: Interpreter,
  model: ModelObject,
  engine: Engine,
  source: DataSource,
  limits: { readonly most: number; readonly patience: number | null },
): Suspendable<HostScores | null> {
  const next = source.startEpoch(py, false);
  const programs = new Map<string, Compiled>();
  const [scores, labels]: HostArray[][] = [[], []];
  const began = py.host.monotonic();
  try {
    for (let rows = 0; rows < limits.most; ) {
      const batch = yield* next();
      if (batch === null) break;
      const count = countInputs(batch);
      const leaves = batch.leaves.slice(0, count.all);
      const host = new HostInputs();
      const x = { x: batch.template.x, y: null, weight: null };
      const traced = traceStep(py, model, 'predict', x, leaves, { classWeight: null }, host);
      const key = [...leaves, ...host.values].map(({ shape }) => shape.join('x')).join('|');
      const program = programs.get(key) ?? compiled(engine, traced);
      if (program === null) return null;
      programs.set(key, program);
      const results = program.executable.run([...batch.feeds.slice(0, count.fed), ...host.values]);
      scores.push((yield* wait(engine.readMany(results)))[0]);
      engine.dispose(results);
      const [label] = flatten([batch.template.y]).filter(leaf => leaf instanceof DataLeaf);
      if (label?.array) labels.push(uploadable(label.array, label.dtype));
      rows += batch.rows;
      if (limits.patience !== null && py.host.monotonic() - began > limits.patience) break;
    }
    const [first] = programs.values();
    return first === undefined ? null : { head: first.head, scores, labels };
  } finally {
    for (const { executable } of programs.values()) executable.dispose();
  }
}

/** Arrays of rows one below the other; those behind `most` are left out. */
export function joinedRows(parts: readonly HostArray[], most: number): HostArray | null {
  const [first] = parts;
  if (first === undefined) return null;
  const row = first.shape.slice(1).reduce((product, dim) => product * dim, 1);
  const rows = Math.min(
    most,
    parts.reduce((sum, { shape }) => sum + shape[0], 0),
  );
  const data = new Float32Array(rows * row);
  let at = 0;
  for (const { data: numbers } of parts) {
    data.set(Float32Array.from(numbers.subarray(0, data.length - at)), at);
    at = Math.min(data.length, at + numbers.length);
  }
  return { data, shape: [rows, ...first.shape.slice(1)], dtype: 'float32' };
}
