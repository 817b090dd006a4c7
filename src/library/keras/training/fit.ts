/** `model.fit`: checks the data, then trains epoch by epoch. */

import { RuntimeError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { NotKnown, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { CallbackList } from '../callbacks/callback.ts';
import { callbackItems, checkCallback } from '../callbacks/callbackCalls.ts';
import { historyClass } from '../callbacks/history.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { KerasObject } from '../objects/kerasObject.ts';
import { flush } from '../session.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { unpackBatch } from './batchSource.ts';
import { integerArgument, recordCall, splitRows, verboseOf } from './callArguments.ts';
import { checkCall } from './checkCall.ts';
import { checkClassWeight, classWeightOf } from './classWeights.ts';
import { checkCompiled } from './compileState.ts';
import { checkEpochs, checkSteps } from './countedSettings.ts';
import { isStepOwn, refuseOwnFunction } from './customStep.ts';
import type { DataArguments } from './dataArguments.ts';
import type { DataSource } from './dataSource.ts';
import { expectEpochs } from './expectedCallbacks.ts';
import { expectFit } from './expectedFit.ts';
import { FitRun } from './fitRun.ts';
import { namesOfLogs } from './logNames.ts';
import { makeSource } from './makeSource.ts';
import { samplesOf } from './samples.ts';
import { readyEngine } from './stepRunner.ts';
import type { StepOptions, TracedStep } from './stepTrace.ts';

/** The arguments of fit by name. */
export type FitArguments = ReadonlyMap<string, Value>;

interface Prepared {
  readonly source: DataSource;
  readonly validation: DataSource | null;
  /** The step on the last of the batch sizes. */
  readonly step: TracedStep | null;
  readonly options: StepOptions;
  readonly epochs: number;
  readonly initialEpoch: number;
}

export function requireCompiled(py: Interpreter, model: ModelObject, method: string): void {
  if (model.compiled !== null) return;
  const how = 'before training/testing. Use `model.compile(optimizer, loss)`.';
  const ofFirst =
    model.kind === 'sequential'
      ? 'The model needs to be compiled before being used.'
      : `You must compile a model ${how}`;
  throw raiseInWords(
    py,
    {
      1: [RuntimeError, ofFirst],
      2: [RuntimeError, `You must compile your model ${how}`],
      3: `You must call \`compile()\` before calling \`${method}()\`.`,
    },
    {
      code: 'not-compiled',
      explanation: message('`{0}` needs a loss and an optimizer: call `compile` first.', method),
    },
  );
}

/** Runs fit. */
export function* fit(py: Interpreter, model: ModelObject, args: FitArguments): Suspendable<Value> {
  requireCompiled(py, model, 'fit');
  const site = py.site;
  const history = py.call(historyClass, []) as KerasObject;
  history.attributes.set('model', model);
  py.site = site;
  const record = recordCall(py, model, {
    method: 'fit',
    x: args.get('x')!,
    y: args.get('y')!,
    validation: validationOf(args),
    epochs: integerArgument(args.get('epochs')!),
    batchSize: integerArgument(args.get('batch_size')!) ?? 32,
    args,
  });
  let prepared: Prepared;
  try {
    prepared = yield* prepare(py, model, args);
  } catch (error) {
    if (record !== null) {
      record.raised = true;
      if (error instanceof NotKnown) record.logNames = namesOfLogs(py, model);
    }
    py.site = site;
    throw error;
  }
  if (record !== null) {
    record.frozen = model.trainableWeights.length === 0 && model.weights.length > 0;
    record.logNames = namesOfLogs(py, model);
  }
  const items = callbackItems(py, args.get('callbacks') ?? null);
  for (const item of items) checkCallback(py, item);
  model.attributes.set('history', history);
  if (!py.running) {
    const { epochs, initialEpoch, step, validation } = prepared;
    const isCounted = !['epochs', 'initial_epoch'].some(name => args.get(name) instanceof Unknown);
    const expected = {
      ...{ model, step, callbacks: items, validates: validation !== null, initialEpoch },
      epochs: isCounted ? Math.max(0, epochs - initialEpoch) : null,
      logNames: record?.logNames ?? null,
      validationFrequency: args.get('validation_freq') ?? 1,
    };
    yield* expectEpochs(py, expected, callback => {
      if (record !== null) record.refusing = callback;
    });
    py.site = site;
    expectFit(py, history, expected);
    return history;
  }
  const run = new FitRun(
    py,
    {
      ...prepared,
      model,
      span: py.span,
      shuffle: py.truth(args.get('shuffle') ?? true),
      validationFrequency: args.get('validation_freq') ?? 1,
      verbose: verboseOf(args.get('verbose') ?? 'auto'),
      callbacks: new CallbackList(py, [...items, history]),
    },
    yield* readyEngine(py),
  );
  yield* run.run();
  return history;
}

function validationOf(args: FitArguments): { x: Value; y: Value } | null {
  const value = args.get('validation_data') ?? null;
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) return null;
  return { x: value.items[0] ?? null, y: value.items[1] ?? null };
}

function* prepare(py: Interpreter, model: ModelObject, args: FitArguments): Suspendable<Prepared> {
  const site = py.site;
  refuseOwnFunction(py, model, 'train');
  checkEpochs(py, args);
  checkSteps(py, args, 'steps_per_epoch');
  let [x, y, weight] = ['x', 'y', 'sample_weight'].map(name => args.get(name) ?? null);
  let held = args.get('validation_data') ?? null;
  const share = args.get('validation_split') ?? null;
  if (held === null && splits(py, share)) {
    const [[x0, x1], [y0, y1], [w0, w1]] = [x, y, weight].map(value =>
      value === null ? [null, null] : splitRows(py, value, share),
    );
    [x, y, weight] = [x0, y0, w0];
    held = new PyTuple(w1 === null ? [x1, y1] : [x1, y1, w1]);
    py.site = site;
  }
  const classWeight = args.get('class_weight') ?? null;
  const options: StepOptions = { classWeight: classWeightOf(py, classWeight) };
  checkClassWeight(py, y, weight, classWeight);
  const batchSize = args.get('batch_size') ?? null;
  const steps = integerArgument(args.get('steps_per_epoch') ?? null);
  const source = yield* trainingSource(py, {
    model,
    x,
    y,
    weight,
    batchSize,
    steps,
    samples: integerArgument(args.get(samplesOf('steps_per_epoch')) ?? null),
    names: { x: 'x', y: 'y' },
  });
  py.site = site;
  if (py.running) yield* flush(py);
  const step = lookingAtCompiled(py, model, () => checkCall(py, model, 'train', source, options, 'x'));
  py.site = site;
  const validation = held === null ? null : yield* validationSource(py, model, held, args, batchSize);
  const epochs = integerArgument(args.get('epochs')!) ?? 1;
  return {
    source,
    step,
    validation,
    options,
    epochs,
    initialEpoch: integerArgument(args.get('initial_epoch')!) ?? 0,
  };
}

/** Keras 1 takes a share of nothing or of all for none. */
function splits(py: Interpreter, share: Value): boolean {
  if (share === null || share instanceof Unknown || !py.truth(share)) return false;
  const number = Number(py.str(share));
  return ofVersion(py, { 1: number > 0 && number < 1, 2: true, 3: true });
}

function* validationSource(
  py: Interpreter,
  model: ModelObject,
  held: Value,
  args: FitArguments,
  batchSize: Value,
): Suspendable<DataSource> {
  const site = py.site;
  refuseOwnFunction(py, model, 'test');
  checkSteps(py, args, 'validation_steps');
  refuseArrayAlone(py, held);
  const isPair = held instanceof PyTuple || held instanceof PyList;
  const parts = isPair
    ? unpackBatch(py, new PyTuple(held.items), 'validation_data')
    : { x: held, y: null, weight: null };
  const source = yield* makeSource(py, {
    model,
    ...parts,
    batchSize: args.get('validation_batch_size') ?? batchSize,
    steps: integerArgument(args.get('validation_steps') ?? null),
    samples: integerArgument(args.get(samplesOf('validation_steps')) ?? null),
    names: { x: 'validation_data', y: 'validation_data' },
  });
  py.site = site;
  checkCall(
    py,
    model,
    'test',
    source,
    { classWeight: null },
    args.get('validation_data') === null ? 'x' : 'validation_data',
  );
  py.site = site;
  return source;
}

/** Before Keras 3 `validation_data` is asked whether it is true, which an array is not to say. */
function refuseArrayAlone(py: Interpreter, held: Value): void {
  if (!(held instanceof NdArray) || ofVersion(py, { 2: false, 3: true })) return;
  if (!held.shape.some(size => size !== null && size > 1)) return;
  throw raise(
    ValueError,
    'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    {
      code: 'labels-missing',
      blame: { kind: 'argument', name: 'validation_data' },
      explanation: message('`validation_data` is a pair of inputs and labels, `(x_val, y_val)`.'),
    },
  );
}

/** The source of batches. Where analysis does not know the data, what `compile` was given is looked at all the same. */
function* trainingSource(py: Interpreter, data: DataArguments): Suspendable<DataSource> {
  const { site } = py;
  try {
    return yield* makeSource(py, data);
  } catch (error) {
    throw foundInCompile(py, data.model, site, error);
  }
}

/** The same where it is the model that is not known, as with a layer of another library. */
function lookingAtCompiled<Result>(py: Interpreter, model: ModelObject, body: () => Result): Result {
  const { site } = py;
  try {
    return body();
  } catch (error) {
    throw foundInCompile(py, model, site, error);
  }
}

/** What `compile` was given is wrong, whatever is not known otherwise: raises that; else gives back what was thrown. */
function foundInCompile(
  py: Interpreter,
  model: ModelObject,
  site: Interpreter['site'],
  error: unknown,
): unknown {
  if (py.running || !(error instanceof NotKnown) || isStepOwn(model)) return error;
  py.site = site;
  checkCompiled(py, model);
  return error;
}
