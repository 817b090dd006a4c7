/** `keras.metrics`: the classes, the functions, and what an entry of `metrics` stands for. */

import { type DType, fullFloat } from '../../../graph/dtypes.ts';
import { ops } from '../../../graph/index.ts';
import type { Shape } from '../../../graph/shapes.ts';
import { constant } from '../../../graph/tensor.ts';
import type { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { NotImplementedError, raise } from '../../../python/errors.ts';
import { method, type NativeFunction, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyList, type PyObject, Unknown, type Value } from '../../../python/values.ts';
import { explainCall } from '../errors/calledLabels.ts';
import { resolveInitializer } from '../initializers/resolve.ts';
import { noteVariable } from '../madeVariables.ts';
import { autoName, toSnakeCase } from '../naming.ts';
import { type ArgumentReader, dimsOf } from '../objects/arguments.ts';
import { configMethods, KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { noteMetric } from '../ownLoopCurves.ts';
import { floatOf, policyOf } from '../policy.ts';
import { kerasRecordKey } from '../record.ts';
import { namedConfig } from '../saving/config.ts';
import { dtypeOf, floatTensorOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace, type Trace } from '../trace.ts';
import { comparisonAt } from '../training/comparisons.ts';
import type { MetricDefinition, MetricRule, MetricState } from './definition.ts';
import { expectedLabels } from './expectedLabels.ts';
import { metrics } from './index.ts';
import { addMean, meanResult } from './means.ts';
import { statelessMethods } from './statelessMetrics.ts';

export interface MetricSettings {
  readonly definition: MetricDefinition | null;
  /** Null for the user's own class. */
  readonly rule: MetricRule | null;
}

export class MetricObject extends KerasObject<MetricSettings> {
  name = '';
  /** What its state is kept in, and values are cast to. */
  dtype: DType = 'float32';
  readonly variables: VariableObject[] = [];
  /** What `reset_state` writes: the values that the variables began with. */
  readonly initial = new Map<VariableObject, number>();
  private readonly byName = new Map<string, VariableObject>();

  variable(name: string, shape: Shape, initial: number): VariableObject {
    let found = this.byName.get(name);
    if (found === undefined) {
      found = new VariableObject({ name, shape, dtype: this.dtype, trainable: false, initial }, null);
      this.byName.set(name, found);
      this.keep(found, initial);
      this.attributes.set(name, found);
    }
    return found;
  }

  keep(variable: VariableObject, initial: number): void {
    this.variables.push(variable);
    this.initial.set(variable, initial);
  }

  /** The state of this metric within a trace. */
  state(trace: Trace): MetricState {
    return {
      read: (name, shape = [], initial = 0) => this.variable(name, shape, initial).read(trace),
      assign: (name, value) => this.variable(name, value.shape, 0).assign(trace, value),
    };
  }

  /** Sets the state back in a trace. */
  reset(trace: Trace): void {
    for (const variable of this.variables) {
      variable.assign(
        trace,
        ops.broadcastTo(constant(this.initial.get(variable) ?? 0, [], variable.dtype), variable.shape),
      );
    }
  }
}

function self(value: Value): MetricObject {
  return value as MetricObject;
}

const updateMethod = method(
  'update_state(self, y_true, y_pred, sample_weight=None)',
  ([metric, yTrue, yPred, weight], py) => {
    const { madeAt, cls, settings } = self(metric);
    const call = () => {
      const expects = expectedLabels(settings?.definition ?? null);
      const parameter = 'y_true';
      return { name: cls.name, expects, isMetric: true, parameter, labels: yTrue, outputs: yPred, madeAt };
    };
    explainCall(py, call, () => updateMetric(py, self(metric), yTrue, yPred, weight));
    const comparison = comparisonAt(py, { labels: 'y_true', outputs: 'y_pred' }, yTrue, yPred);
    if (comparison !== null)
      py.state(kerasRecordKey).metricCalls.push({ ...comparison, metric: self(metric) });
    return null;
  },
);

/** Adds a batch to a metric with a native rule. */
function updateMetric(
  py: Interpreter,
  metric: MetricObject,
  yTrue: Value,
  yPred: Value,
  weight: Value,
): void {
  const rule = metric.settings?.rule;
  if (rule == null) throw raise(NotImplementedError, `Metric ${metric.cls.name} has no update_state`);
  rule.update(
    metric.state(currentTrace(py)),
    tensorOf(py, yTrue, metric.dtype),
    tensorOf(py, yPred, metric.dtype),
    weight === null ? null : tensorOf(py, weight, metric.dtype),
  );
}

const methods: NativeFunction[] = [
  updateMethod,
  ...statelessMethods,
  method('result(self)', ([metric], py) => {
    const rule = self(metric).settings?.rule;
    if (rule == null) throw raise(NotImplementedError, `Metric ${self(metric).cls.name} has no result`);
    const result = wrap(py, rule.result(self(metric).state(currentTrace(py))));
    noteMetric(py, result, self(metric).name);
    return result;
  }),
  method('reset_state(self)', ([metric], py) => {
    self(metric).reset(currentTrace(py));
    return null;
  }),
  method('__repr__(self)', ([metric]) => `<${self(metric).cls.name} name=${self(metric).name}>`),
  method('reset_states(self)', ([metric], py) => py.callMethod(metric, 'reset_state')),
  method('__call__(self, *args, **kwargs)', ([metric, args, keywords], py) => {
    py.call(py.getAttribute(metric, 'update_state'), py.collect(args), keywords as PyDict);
    return py.callMethod(metric, 'result');
  }),
  method(
    'add_weight(self, shape=(), initializer=None, dtype=None, name=None, **kwargs)',
    ([metric, shape, initializer, dtype, name], py) =>
      addMetricWeight(py, self(metric), shape, initializer, dtype, name),
  ),
  method(
    'add_variable(self, shape=(), initializer=None, dtype=None, aggregation="sum", name=None)',
    ([metric, shape, initializer, dtype, , name], py) =>
      addMetricWeight(py, self(metric), shape, initializer, dtype, name),
  ),
];

function addMetricWeight(
  py: Interpreter,
  metric: MetricObject,
  shape: Value,
  initializer: Value,
  dtype: Value,
  name: Value,
): VariableObject {
  noteVariable(py);
  // Keras 2 took the name first.
  const named = typeof shape === 'string' ? shape : name;
  const dims = typeof shape === 'string' ? [] : dimsOf(py, shape);
  const start = resolveInitializer(py, initializer ?? 'zeros', 'initializer');
  const first = start.fill === null ? 0 : (start.fill([1])[0] ?? 0);
  const variable = new VariableObject(
    {
      name: named === null ? 'variable' : py.str(named),
      shape: dims,
      dtype: dtypeOf(py, dtype) ?? metric.dtype,
      trainable: false,
      initial: first,
    },
    py.span,
  );
  metric.keep(variable, first);
  return variable;
}

function initialiseName(
  args: ArgumentReader,
  object: MetricObject,
  py: Interpreter,
  cls = object.cls.name,
): void {
  if (!object.cls.userDefined) noteVariable(py);
  object.name = args.optionalString('name') ?? autoName(py, cls);
  object.dtype = stateDType(args, py);
}

/** The dtype asked for where it is a float of full precision, else the default float. */
function stateDType(args: ArgumentReader, py: Interpreter): DType {
  const given = args.value('dtype');
  const asked = given === null || given instanceof Unknown ? floatOf(py) : policyOf(py, given).variable;
  return fullFloat(asked);
}

export const metricClass: PyClass = kerasClass<MetricSettings>({
  name: 'Metric',
  base: objectClass,
  module: 'keras.src.metrics.metric',
  parameters: 'dtype=None, name=None, **kwargs',
  documentation: 'The base of metrics: subclasses write `update_state`, `result` and `reset_state`.',
  init(args, object, py) {
    // Keras 2 took the name as the first argument.
    const first = args.value('dtype');
    const metric = object as MetricObject;
    if (
      typeof first === 'string' &&
      args.value('name') === null &&
      !/^(u?int|float|bool|bfloat)\d*$/.test(first)
    ) {
      metric.name = first;
      metric.dtype = fullFloat(floatOf(py));
    } else initialiseName(args, metric, py);
    return { definition: null, rule: null };
  },
  unexpected: () => undefined,
  methods,
  entries: [
    ...configMethods(),
    [
      'get_config',
      method('get_config(self)', ([value], py) => {
        const metric = self(value);
        const dtype = metric.config.get('dtype') ?? metric.dtype;
        return namedConfig(
          py,
          metric,
          [
            ['name', metric.name],
            ['dtype', dtype],
          ],
          new Set(),
        );
      }),
    ],
    property(
      'name',
      metric => self(metric).name,
      (metric, value, py) => {
        self(metric).name = py.str(value);
      },
    ),
    property('variables', (metric, py) => {
      const list = new PyList([...self(metric).variables]);
      // Those of some metrics are made with their first values.
      if (!py.running && list.items.length === 0)
        list.lost = new Unknown('the metric gets its variables with its first values');
      return list;
    }),
    property('dtype', metric => self(metric).dtype),
  ],
  allocate: cls => new MetricObject(cls),
});

/** Where the variables of a metric lie among several devices (DTensor); here is one. */
const ignoredBefore3 = ['mesh'];

function classOf(definition: MetricDefinition): PyClass {
  const own = definition.parameters === '' ? '' : `${definition.parameters}, `;
  return kerasClass<MetricSettings>({
    name: definition.name,
    base: metricClass,
    module: 'keras.src.metrics',
    parameters: `${own}name="${definition.defaultName}", dtype=None`,
    documentation: definition.documentation,
    ignoredBefore3,
    init(args, object, py) {
      initialiseName(args, object as MetricObject, py);
      return { definition, rule: definition.init(args) };
    },
    allocate: cls => new MetricObject(cls),
  });
}

/** `Mean` and `Sum`: of values, not of labels and outputs. */
function valueMetric(name: string, rule: MetricRule): PyClass {
  return kerasClass<MetricSettings>({
    name,
    base: metricClass,
    module: 'keras.src.metrics.reduction_metrics',
    parameters: `name="${name.toLowerCase()}", dtype=None`,
    ignoredBefore3,
    documentation: `The ${name === 'Mean' ? 'weighted mean' : 'weighted sum'} of the values given to it.`,
    init(args, object, py) {
      initialiseName(args, object as MetricObject, py, name);
      return { definition: null, rule };
    },
    methods: [
      method('update_state(self, values, sample_weight=None)', ([metric, values, weight], py) => {
        addValues(py, self(metric), values, weight);
        return null;
      }),
    ],
    allocate: cls => new MetricObject(cls),
  });
}

/** Adds values to a Mean or Sum. */
export function addValues(py: Interpreter, metric: MetricObject, values: Value, weight: Value): void {
  const weights = weight === null ? null : tensorOf(py, weight, metric.dtype);
  metric.settings.rule!.update(
    metric.state(currentTrace(py)),
    tensorOf(py, values, metric.dtype),
    tensorOf(py, values, metric.dtype),
    weights,
  );
}

const meanOfValues: MetricRule = {
  update: (state, values, _same, weight) => addMean(state, values, weight),
  result: meanResult,
};
const sumOfValues: MetricRule = {
  update: (state, values, _same, weight) => addMean(state, values, weight),
  result: state => state.read('total'),
};

export const meanClass = valueMetric('Mean', meanOfValues);
const sumClass = valueMetric('Sum', sumOfValues);

const functionRule = (py: Interpreter, callee: PyObject): MetricRule => ({
  update(state, yTrue, yPred, weight) {
    const result = py.call(callee, [wrap(py, yTrue), wrap(py, yPred)]);
    if (result instanceof Unknown) throw new NotKnown(result.reason);
    addMean(state, floatTensorOf(py, result), weight);
  },
  result: meanResult,
});

export const meanMetricWrapperClass: PyClass = kerasClass<MetricSettings>({
  name: 'MeanMetricWrapper',
  base: metricClass,
  module: 'keras.src.metrics.reduction_metrics',
  parameters: 'fn, name=None, dtype=None, **kwargs',
  documentation: 'The mean of a function of labels and outputs.',
  unexpected: () => undefined,
  init(args, object, py) {
    initialiseName(args, object as MetricObject, py);
    return { definition: null, rule: functionRule(py, args.value('fn') as PyObject) };
  },
  allocate: cls => new MetricObject(cls),
});

/** A metric around a function of labels and outputs. */
export function metricOfFunction(py: Interpreter, callee: PyObject, name: string): MetricObject {
  return py.call(meanMetricWrapperClass, [callee], PyDict.fromStrings([['name', name]])) as MetricObject;
}

const own = new Map(metrics.map(definition => [definition, classOf(definition)]));

/** Metric classes by the names that an import may use. */
export const metricClasses: ReadonlyMap<string, PyClass> = new Map([
  ...metrics.map(definition => [definition.name, own.get(definition)!] as const),
  ['Mean', meanClass],
  ['Sum', sumClass],
  ['MeanMetricWrapper', meanMetricWrapperClass],
]);

/** Metric classes by the names that a string may use. */
const byIdentifier = new Map<string, PyClass>(
  [...metricClasses].flatMap(([name, cls]) => [name, toSnakeCase(name)].map(key => [key, cls] as const)),
);
for (const definition of metrics)
  for (const alias of definition.aliases ?? []) byIdentifier.set(alias, own.get(definition)!);

/** The names a metric string may be. */
export function metricNames(): string[] {
  return ['accuracy', 'acc', 'crossentropy', 'ce', ...byIdentifier.keys()];
}

/** The class of a metric string; undefined when there is none. */
export function metricClassNamed(name: string): PyClass | undefined {
  return byIdentifier.get(name);
}
