/** `model.predict` and `predict_on_batch`. */
import type { HostArray } from '../../../graph/engine.ts';
import { hostData } from '../../../graph/tensor.ts';
import { PyDict } from '../../../python/collections.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Suspendable, wait } from '../../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, type Value } from '../../../python/values.ts';
import { facts, noFacts } from '../../numpy/facts.ts';
import { noteScores } from '../../numpy/modelScores.ts';
import { abstractArray } from '../../numpy/ndarray.ts';
import { CallbackList } from '../callbacks/callback.ts';
import { classifierHead } from '../models/classifierHead.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { silentMonitor } from '../monitor.ts';
import { ownLoop } from '../ownLoop.ts';
import { servicesKey } from '../services.ts';
import { arrayFromHost } from '../tensors/conversion.ts';
import { mapStructure } from '../tensors/graphNode.ts';
import { integerArgument, recordCall, verboseOf } from './callArguments.ts';
import { checkCall } from './checkCall.ts';
import { checkSteps } from './countedSettings.ts';
import { refuseOwnFunction } from './customStep.ts';
import { ALL_ROWS, type DataSource } from './dataSource.ts';
import type { FitArguments } from './fit.ts';
import { makeSource } from './makeSource.ts';
import { predictText, textIn } from './predictText.ts';
import { ProgressBar } from './progress.ts';
import { rehearsePrediction } from './rehearsal.ts';
import { samplesOf } from './samples.ts';
import { readyEngine, StepRunner } from './stepRunner.ts';
import type { TracedStep } from './stepTrace.ts';
import { surviving } from './surviving.ts';

/** Joins batches along the rows. */
export function concatenateRows(parts: readonly HostArray[]): HostArray {
  if (parts.length === 1) return parts[0];
  const size = parts.reduce((sum, part) => sum + part.data.length, 0);
  const data = hostData(new Float64Array(size), parts[0].dtype);
  let offset = 0;
  for (const part of parts) {
    data.set(part.data, offset);
    offset += part.data.length;
  }
  const rows = parts.reduce((sum, part) => sum + (part.shape[0] ?? 1), 0);
  return { data, shape: [rows, ...parts[0].shape.slice(1)], dtype: parts[0].dtype };
}

/** Under analysis: an array with the shape of what comes out. */
function unknownPrediction(
  py: Interpreter,
  model: ModelObject,
  source: DataSource,
  traced: TracedStep | null,
): Value {
  if (traced === null) throw new NotKnown('the shape of the data is not known');
  const { kind } = classifierHead(model);
  const known =
    kind === 'softmax'
      ? facts({ probabilities: true })
      : kind === 'sigmoid'
        ? facts({ minimum: 0, maximum: 1, finite: true })
        : noFacts;
  const arrays = traced.outputTensors.map(output =>
    abstractArray(
      [source.samples, ...output.shape.slice(1)],
      output.tensor.dtype === 'bfloat16' ? 'float32' : output.tensor.dtype,
      known,
    ),
  );
  for (const [place, array] of arrays.entries())
    noteScores(array, traced.outputTensors[place]!.tensor, py.span);
  let index = 0;
  return mapStructure(traced.outputs, () => arrays[index++]);
}

/** Runs predict. */
export function* predict(
  py: Interpreter,
  model: ModelObject,
  args: FitArguments,
  method: 'predict' | 'predict_on_batch',
): Suspendable<Value> {
  const site = py.site;
  const record = recordCall(py, model, {
    method,
    x: args.get('x')!,
    y: null,
    validation: null,
    epochs: null,
    batchSize: integerArgument(args.get('batch_size') ?? null) ?? 32,
    args,
  });
  if (method === 'predict') refuseOwnFunction(py, model, 'predict');
  const text = py.running ? textIn(py, args.get('x')!) : null;
  if (text !== null)
    return yield* predictText(
      py,
      model,
      text,
      integerArgument(args.get('batch_size') ?? null) ?? 32,
      new ProgressBar(py, method === 'predict' ? verboseOf(args.get('verbose') ?? 'auto') : 0),
    );
  let source: DataSource;
  let traced: TracedStep | null;
  try {
    checkSteps(py, args, 'steps');
    source = yield* makeSource(py, {
      model,
      x: args.get('x')!,
      y: null,
      weight: null,
      batchSize: method === 'predict' ? (args.get('batch_size') ?? null) : ALL_ROWS,
      steps: integerArgument(args.get('steps') ?? null),
      samples: integerArgument(args.get(samplesOf('steps')) ?? null),
      names: { x: 'x', y: 'x' },
    });
    py.site = site;
    traced = checkCall(py, model, 'predict', source, { classWeight: null }, 'x');
  } catch (error) {
    if (record !== null) record.raised = true;
    py.site = site;
    throw error;
  }
  if (!py.running) return unknownPrediction(py, model, source, traced);
  return yield* runPredict(
    py,
    model,
    args,
    source,
    method === 'predict' ? verboseOf(args.get('verbose') ?? 'auto') : 0,
  );
}

function* runPredict(
  py: Interpreter,
  model: ModelObject,
  args: FitArguments,
  source: DataSource,
  verbose: number,
): Suspendable<Value> {
  const engine = yield* readyEngine(py);
  const monitor = py.state(servicesKey).current?.monitor ?? silentMonitor;
  const given = args.get('callbacks') ?? null;
  const callbacks = new CallbackList(
    py,
    given instanceof PyList || given instanceof PyTuple ? given.items : given === null ? [] : [given],
  );
  const listens = callbacks.listens('on_predict_batch_begin', 'on_predict_batch_end');
  const params = [
    ['verbose', verbose],
    ['epochs', 1],
    ['steps', source.steps],
  ] as const;
  yield* callbacks.setUp(model, PyDict.fromStrings(params));
  const runner = new StepRunner(py, model, 'predict', { classWeight: null }, engine);
  const bar = new ProgressBar(py, verbose);
  const parts: HostArray[][] = [];
  let step = 0;
  try {
    yield* callbacks.fire('on_predict_begin', null, null);
    yield* surviving(engine, () => rehearsePrediction(py, model, source, runner));
    const next = source.startEpoch(py, false);
    for (let batch = yield* next(); batch !== null; batch = yield* next()) {
      if (listens) yield* callbacks.fire('on_predict_batch_begin', step, null);
      const given = batch;
      const loop = ownLoop(py);
      if (loop.skips) yield* runner.pass(given, false);
      const values = loop.skips
        ? loop.takeAll(runner.last!.outputTensors.length)
        : yield* surviving(engine, function* () {
            yield* runner.settle(given);
            const results = runner.run(given, true);
            yield* runner.tell();
            const read = yield* wait(engine.readMany(results));
            engine.dispose(results);
            return read;
          });
      loop.keepAll(values);
      values.forEach((value, index) => {
        parts[index] ??= [];
        parts[index].push(value);
      });
      step++;
      bar.stepped(step);
      if (listens) {
        const outputs = values.map(value => arrayFromHost(value));
        let place = 0;
        const made = runner.last === null ? null : mapStructure(runner.last.outputs, () => outputs[place++]);
        yield* callbacks.fire('on_predict_batch_end', step - 1, PyDict.fromStrings([['outputs', made]]));
      }
      if (step % 16 === 0) yield* wait(monitor.breathe());
    }
    const target = source.steps ?? step;
    bar.update(target, target, new Map(), true);
    yield* callbacks.fire('on_predict_end', null, null);
    const arrays = parts.map(part => arrayFromHost(concatenateRows(part)));
    let index = 0;
    return runner.last === null ? new PyList([]) : mapStructure(runner.last.outputs, () => arrays[index++]);
  } finally {
    runner.dispose();
    source.dispose();
  }
}
