/** The training methods of models as Python sees them. */
import { PyDict } from '../../../python/collections.ts';
import type { ErrorDetail } from '../../../python/errors.ts';
import { method, type NativeFunction, property, suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { touch, Unknown, type Value } from '../../../python/values.ts';
import { kerasVersionKey, takesNamesOfKeras1 } from '../../kerasVersion.ts';
import { misspeltKeyword } from '../errors/keywords.ts';
import type { Compiled, ModelObject } from '../models/modelObject.ts';
import { ledTo } from '../objects/madeElsewhere.ts';
import { LossScaleOptimizerObject } from '../optimizers/lossScaleOptimizer.ts';
import { optimizerClasses, resolveOptimizer } from '../optimizers/optimizerClasses.ts';
import type { OptimizerObject } from '../optimizers/optimizerObject.ts';
import { kerasRecordKey, type RecordedCompile } from '../record.ts';
import { metricNamesOf, metricsOf } from './compileMetrics.ts';
import { earlierMethod, predictClasses, predictProbabilities } from './earlierMethods.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import { requireArguments, unknownKeyword } from './methodKeywords.ts';
import { checkMetricsArgument } from './metricsArgument.ts';
import { onBatch } from './onBatch.ts';
import { predict } from './predict.ts';
import { samplesOf } from './samples.ts';

function self(value: Value): ModelObject {
  return value as ModelObject;
}

const oldFitNames: Readonly<Record<string, string>> = {
  nb_epoch: 'epochs',
  samples_per_epoch: 'steps_per_epoch',
  nb_val_samples: 'validation_steps',
  val_samples: 'steps',
};

const countsSamples = new Set(['samples_per_epoch', 'nb_val_samples', 'val_samples']);

/** What to say of an argument of Keras 2 that Keras 3 has no longer; null for any other. */
function formerKeyword(name: string): ErrorDetail | null {
  if (!ignored.has(name)) return null;
  return {
    code: 'unknown-argument',
    blame: { kind: 'keyword', name },
    explanation: message(
      'Keras 3 has no `{0}` here any more: a `PyDataset` takes it when it is made, other data needs none.',
      name,
    ),
  };
}

/** Names the bound arguments; old names in `**kwargs` stand for the new ones, anything else is refused. */
function byName(
  py: Interpreter,
  model: ModelObject,
  made: NativeFunction,
  values: readonly Value[],
): Map<string, Value> {
  const unknown: [string, Value][] = [];
  const args = new Map<string, Value>();
  made.signature.parameters.slice(1).forEach((parameter, index) => {
    if (parameter.kind !== 'keywords') {
      args.set(parameter.name, values[index]);
      return;
    }
    const older = py.state(kerasVersionKey).current < 3;
    const namesOf1 = takesNamesOfKeras1(py);
    for (const [key, value] of (values[index] as PyDict).entries()) {
      const name = String(key);
      const isIgnored = ignored.has(name) || ignoredEarly.has(name) || (namesOf1 && ignoredIn1.has(name));
      if (name === 'from_serialized' || (older && isIgnored)) continue;
      const present = namesOf1 ? oldFitNames[name] : undefined;
      if (present !== undefined) {
        const isCount = countsSamples.has(name) && py.state(kerasVersionKey).current === 1;
        // Keras 1 counted samples where later versions count batches, and 2 takes the number as it is; how large these are only running tells.
        if (isCount) args.set(samplesOf(present), value);
        if (!isCount) args.set(present, value);
        else if (!py.running) args.set(present, new Unknown(`\`${name}\` counts samples`));
        continue;
      }
      if (name === 'generator' && args.has('x')) {
        // Keras 2's fit_generator, evaluate_generator and predict_generator.
        args.set('x', (values[index] as PyDict).getString(name) ?? null);
        continue;
      }
      if (older && name === 'reset_metrics') {
        args.set(name, value);
        continue;
      }
      unknown.push([name, value]);
    }
  });
  const [first] = unknown;
  if (first !== undefined) {
    const known = made.signature.parameters.slice(1).filter(item => item.kind !== 'keywords');
    const names = known.map(item => item.name);
    const detail =
      formerKeyword(first[0]) ?? misspeltKeyword(py, first[0], names, new Map(Object.entries(oldFitNames)));
    const error = unknownKeyword(py, model, made, PyDict.fromStrings(unknown), detail);
    if (error !== null) throw error;
  }
  requireArguments(py, made, args);
  return args;
}

/** Arguments of Keras 1 and 2 about how batches are prepared, which change no result. */
const ignored = new Set(['workers', 'use_multiprocessing', 'max_queue_size']);

/** Arguments of early versions of Keras 2 that change nothing that is modelled. */
const ignoredEarly = new Set([
  ...['sample_weight_mode', 'target_tensors', 'pss_evaluation_shards'],
  ...['experimental_run_tf_function', 'distribute', 'cloning'],
]);

/** Such arguments of Keras 1. */
const ignoredIn1 = new Set(['show_accuracy', 'class_mode', 'nb_worker', 'max_q_size', 'pickle_safe']);

const fitMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.fit(self, x=None, y=None, batch_size=None, epochs=1, verbose="auto", callbacks=None, validation_split=0.0, validation_data=None, shuffle=True, class_weight=None, sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None, validation_batch_size=None, validation_freq=1, **kwargs)',
  function* ([model, ...values], py) {
    return yield* fit(py, self(model), byName(py, self(model), fitMethod, values));
  },
);

/** Training from a generator, as Keras 1 and 2 did it. Keras 3 has no such method. */
const fitGenerator: NativeFunction = suspendableMethod(
  'fit_generator(self, generator, steps_per_epoch=None, epochs=1, verbose=1, callbacks=None, validation_data=None, validation_steps=None, validation_freq=1, class_weight=None, max_queue_size=10, workers=1, use_multiprocessing=False, shuffle=True, initial_epoch=0, **kwargs)',
  function* ([model, ...values], py) {
    const args = byName(py, self(model), fitGenerator, values);
    return yield* fit(py, self(model), fromGenerator(py, args, fitMethod));
  },
);

const evaluateGenerator: NativeFunction = suspendableMethod(
  'evaluate_generator(self, generator, steps=None, callbacks=None, max_queue_size=10, workers=1, use_multiprocessing=False, verbose=0, **kwargs)',
  function* ([model, ...values], py) {
    const args = byName(py, self(model), evaluateGenerator, values);
    return yield* evaluate(py, self(model), fromGenerator(py, args, evaluateMethod));
  },
);

const predictGenerator: NativeFunction = suspendableMethod(
  'predict_generator(self, generator, steps=None, callbacks=None, max_queue_size=10, workers=1, use_multiprocessing=False, verbose=0, **kwargs)',
  function* ([model, ...values], py) {
    const args = byName(py, self(model), predictGenerator, values);
    return yield* predict(py, self(model), fromGenerator(py, args, predictMethod), 'predict');
  },
);

/** The arguments of a method that takes data, from those of one that takes a generator; the rest have their defaults. */
function fromGenerator(
  py: Interpreter,
  args: ReadonlyMap<string, Value>,
  target: NativeFunction,
): Map<string, Value> {
  const all = new Map<string, Value>();
  for (const parameter of target.signature.parameters.slice(1)) {
    if (parameter.kind === 'keywords') continue;
    all.set(parameter.name, args.get(parameter.name) ?? parameter.default ?? null);
  }
  for (const name of ['steps_per_epoch', 'validation_steps', 'steps']) countedInSamples(py, args, all, name);
  all.set('x', args.get('generator') ?? null);
  py.site?.standsFor('x', 'generator');
  return all;
}

/** Keras 1 took the number of samples in the place where later versions take that of batches. */
function countedInSamples(
  py: Interpreter,
  args: ReadonlyMap<string, Value>,
  all: Map<string, Value>,
  name: string,
): void {
  const key = samplesOf(name);
  const given = args.get(key) ?? null;
  if (given !== null) all.set(key, given);
  if (given !== null || py.state(kerasVersionKey).current !== 1) return;
  const placed = all.get(name) ?? null;
  if (placed === null || py.site?.node.keywords.some(item => item.arg === name) === true) return;
  all.set(key, placed);
  all.set(name, py.running ? null : new Unknown('Keras 1 counts samples here'));
}

const evaluateMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.evaluate(self, x=None, y=None, batch_size=None, verbose="auto", sample_weight=None, steps=None, callbacks=None, return_dict=False, **kwargs)',
  function* ([model, ...values], py) {
    return yield* evaluate(py, self(model), byName(py, self(model), evaluateMethod, values));
  },
);

const predictMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.predict(self, x=None, batch_size=None, verbose="auto", steps=None, callbacks=None, **kwargs)',
  function* ([model, ...values], py) {
    return yield* predict(py, self(model), byName(py, self(model), predictMethod, values), 'predict');
  },
);

const predictOnBatchMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.predict_on_batch(self, x)',
  function* ([model, x], py) {
    return yield* predict(py, self(model), new Map([['x', x]]), 'predict_on_batch');
  },
);

const trainOnBatchMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.train_on_batch(self, x, y=None, sample_weight=None, class_weight=None, return_dict=False, **kwargs)',
  function* ([model, ...values], py) {
    return yield* onBatch(py, self(model), byName(py, self(model), trainOnBatchMethod, values), 'train');
  },
);

const testOnBatchMethod: NativeFunction = suspendableMethod(
  'TensorFlowTrainer.test_on_batch(self, x, y=None, sample_weight=None, return_dict=False, **kwargs)',
  function* ([model, ...values], py) {
    return yield* onBatch(py, self(model), byName(py, self(model), testOnBatchMethod, values), 'test');
  },
);

/** Half precision needs a larger loss for its gradients not to vanish: Keras takes such an optimizer in. */
function scaled(
  py: Interpreter,
  model: ModelObject,
  optimizer: OptimizerObject | null,
  args: ReadonlyMap<string, Value>,
): OptimizerObject | null {
  const wanted = model.policy === 'mixed_float16' && py.truth(args.get('auto_scale_loss') ?? true);
  if (!wanted || optimizer === null || optimizer instanceof LossScaleOptimizerObject) return optimizer;
  return py.call(optimizerClasses.get('LossScaleOptimizer')!, [optimizer]) as OptimizerObject;
}

function compiledSomehow(): Compiled {
  const unknown = new Unknown('compile raises');
  return {
    record: null,
    optimizer: null,
    loss: unknown,
    lossWeights: null,
    metrics: unknown,
    weightedMetrics: null,
    eagerly: true,
    spans: new Map(),
    site: null,
    state: null,
  };
}

const compileMethod: NativeFunction = method(
  'Trainer.compile(self, optimizer="rmsprop", loss=None, loss_weights=None, metrics=None, weighted_metrics=None, run_eagerly=False, steps_per_execution=1, jit_compile="auto", auto_scale_loss=True, **kwargs)',
  ([value, ...values], py) => {
    const model = self(value);
    touch(model);
    // Where the arguments are wrong, analysis goes on with a model that was compiled somehow.
    if (!py.running) model.compiled = compiledSomehow();
    const args = byName(py, model, compileMethod, values);
    const { site } = py;
    const place = ledTo(py, py.span);
    const spans = new Map<string, Span>();
    for (const name of args.keys()) {
      const span = site?.argumentSpan(name) ?? null;
      if (span !== null) spans.set(name, span);
    }
    const record: RecordedCompile | null =
      place === null
        ? null
        : {
            model,
            span: place,
            loss: args.get('loss') ?? null,
            optimizer: args.get('optimizer') ?? null,
            metrics: args.get('metrics') ?? null,
            lossSpan: spans.get('loss') ?? null,
            optimizerSpan: spans.get('optimizer') ?? null,
            metricsSpan: spans.get('metrics') ?? null,
          };
    if (record !== null) py.state(kerasRecordKey).compiles.push(record);
    model.programs.clear();
    const optimizer = args.get('optimizer') ?? null;
    const compiled: Compiled = {
      record,
      optimizer: null,
      loss: args.get('loss') ?? null,
      lossWeights: args.get('loss_weights') ?? null,
      metrics: args.get('metrics') ?? null,
      weightedMetrics: args.get('weighted_metrics') ?? null,
      eagerly: isEager(py, args.get('run_eagerly') ?? null),
      spans,
      site,
      state: null,
    };
    // Analysis goes on as if an optimizer that nobody knows were put right.
    if (!py.running) model.compiled = compiled;
    const whole =
      optimizer instanceof Unknown
        ? compiled
        : { ...compiled, optimizer: scaled(py, model, resolveOptimizer(py, optimizer), args) };
    if (!py.running) model.compiled = whole;
    for (const argument of ['metrics', 'weighted_metrics'])
      checkMetricsArgument(py, args.get(argument) ?? null, argument);
    model.compiled = whole;
    return null;
  },
);

function isEager(py: Interpreter, value: Value): boolean {
  return value instanceof Unknown || py.truth(value);
}

function entry(name: string, made: NativeFunction): [string, Value] {
  return [name, made];
}

export const trainingMethods: [string, Value][] = [
  entry('compile', compileMethod),
  entry('fit', fitMethod),
  earlierMethod(fitGenerator, 'fit'),
  entry('evaluate', evaluateMethod),
  earlierMethod(evaluateGenerator, 'evaluate'),
  entry('predict', predictMethod),
  earlierMethod(predictGenerator, 'predict'),
  earlierMethod(predictClasses, 'np.argmax(model.predict(x), axis=-1)'),
  earlierMethod(predictProbabilities, 'predict'),
  entry('predict_on_batch', predictOnBatchMethod),
  entry('train_on_batch', trainOnBatchMethod),
  entry('test_on_batch', testOnBatchMethod),
];

export const trainingProperties: [string, Value][] = [
  property(
    'optimizer',
    model => self(model).compiled?.optimizer ?? self(model).attributes.get('_optimizer') ?? null,
    (model, value, py) => {
      const object = self(model);
      if (object.compiled === null) object.attributes.set('_optimizer', value);
      else object.compiled = { ...object.compiled, optimizer: resolveOptimizer(py, value) };
    },
  ),
  property(
    'loss',
    model => self(model).attributes.get('_loss') ?? self(model).compiled?.loss ?? null,
    (model, value) => self(model).attributes.set('_loss', value),
  ),
  property('compiled', model => self(model).compiled !== null),
  property(
    'stop_training',
    model => self(model).stopTraining,
    (model, value, py) => {
      touch(self(model));
      self(model).stopTraining = py.truth(value);
    },
  ),
  property('metrics', (model, py) => metricsOf(py, self(model))),
  property('metrics_names', (model, py) => metricNamesOf(py, self(model))),
];
