/** `model.metrics`, and the one object in which Keras 3 keeps the metrics that `compile` was given. */
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { method, named, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { objectClass } from '../../../python/types.ts';
import { NotKnown, PyList, PyObject, type Value } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { metricsIn } from '../metrics/layerMetrics.ts';
import { type MetricObject, meanClass } from '../metrics/metricClasses.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { allMetrics, listsMetrics } from './compileState.ts';
import { updateMetrics } from './stepTrace.ts';
import { matched } from './trainStep.ts';

class CompileMetrics extends PyObject {
  readonly model: ModelObject;

  constructor(model: ModelObject) {
    super();
    this.model = model;
  }

  override get cls(): PyClass {
    return compileMetricsClass;
  }

  /** Null before the first batch. */
  get parts(): readonly { readonly metric: MetricObject; readonly logName: string }[] | null {
    const state = this.model.compiled?.state ?? null;
    return state === null ? null : [...state.metrics, ...state.weightedMetrics];
  }
}

const parts = (value: Value) => (value as CompileMetrics).parts;
const compiledIn = (value: Value): Value[] => (parts(value) ?? []).map(({ metric }) => metric);

const compileMetricsClass = new PyClass(
  'CompileMetrics',
  [objectClass],
  [
    ...named(
      method(
        'update_state(self, y_true, y_pred, sample_weight=None)',
        ([self, y, prediction, weight], py) => {
          const { model } = self as CompileMetrics;
          if (model.compiled === null) return null;
          const { state, labels, outputs } = matched(py, model, model.compiled, y, prediction);
          updateMetrics(
            py,
            state,
            labels,
            outputs,
            labels.map(() => weight),
          );
          return null;
        },
      ),
      method('reset_state(self)', ([self], py) => {
        for (const metric of compiledIn(self)) py.callMethod(metric, 'reset_state');
        return null;
      }),
      method('result(self)', ([self], py) => {
        const known = parts(self);
        if (known === null)
          throw raise(ValueError, 'Cannot get result() since the metric has not yet been built.');
        return PyDict.fromStrings(
          known.map(({ metric, logName }) => [logName, py.callMethod(metric, 'result')]),
        );
      }),
      method('__repr__(self)', () => '<CompileMetrics name=compile_metrics>'),
    ),
    property('name', () => 'compile_metrics'),
    property('metrics', self => new PyList(compiledIn(self))),
    property(
      'variables',
      (self, py) =>
        new PyList(compiledIn(self).flatMap(metric => py.collect(py.getAttribute(metric, 'variables')))),
    ),
  ],
);

function hasCompileMetrics({ compiled }: ModelObject): boolean {
  return compiled !== null && (compiled.metrics !== null || compiled.weightedMetrics !== null);
}

/** The mean of the loss that `compile` makes; the first batch brings the one that counts. */
function lossTracker(py: Interpreter): Value {
  return py.call(meanClass, [], PyDict.fromStrings([['name', 'loss']]));
}

/** The metrics of a model: of its loss, those of its own, then those of `compile`, in Keras 3 as one. */
export function metricsOf(py: Interpreter, model: ModelObject): PyList {
  const own = metricsIn(model);
  const state = model.compiled?.state ?? null;
  if (model.compiled === null) return new PyList(own);
  if (state === null && !py.running) throw new NotKnown('the metrics are made at the first batch');
  if (py.state(kerasVersionKey).current < 3)
    return new PyList(
      state === null ? [lossTracker(py), ...own] : allMetrics(state).map(({ metric }) => metric),
    );
  const compiled = hasCompileMetrics(model) ? [new CompileMetrics(model)] : [];
  return new PyList([state?.lossTracker ?? lossTracker(py), ...own, ...compiled]);
}

/** `metrics_names`: Keras 1 and 2 list every metric of `compile`, Keras 3 their one object. */
export function metricNamesOf(py: Interpreter, model: ModelObject): PyList {
  if (py.state(kerasVersionKey).current === 3) {
    if (listsMetrics(model)) {
      const listed = py.collect(py.getAttribute(model, 'metrics'));
      return new PyList(listed.map(metric => py.getAttribute(metric, 'name')));
    }
    const own = metricsIn(model).map(metric => metric.name);
    if (model.compiled === null) return new PyList(own);
    return new PyList(['loss', ...own, ...(hasCompileMetrics(model) ? ['compile_metrics'] : [])]);
  }
  const state = model.compiled?.state ?? null;
  if (state === null) {
    if (model.compiled === null) throw raise(ValueError, 'You must call `compile()` before using the model.');
    throw new NotKnown('the metrics are made at the first batch');
  }
  return new PyList(allMetrics(state).map(item => item.logName));
}
