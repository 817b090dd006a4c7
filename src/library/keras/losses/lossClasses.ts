/** `keras.losses`: the classes, the functions, and what a `loss` argument stands for. */
import { ops } from '../../../graph/index.ts';
import { isStatic, type Shape, sizeOf } from '../../../graph/shapes.ts';
import type { Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { AttributeError, NotImplementedError, raise } from '../../../python/errors.ts';
import { method, type NativeFunction } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf as classOfValue, objectClass } from '../../../python/types.ts';
import { NotKnown, PyObject, Unknown, type Value } from '../../../python/values.ts';
import { explainCall } from '../errors/calledLabels.ts';
import { misspelt } from '../errors/spelling.ts';
import { autoName } from '../naming.ts';
import { ArgumentReader } from '../objects/arguments.ts';
import { configMethods, KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { floatOf } from '../policy.ts';
import { namedConfig } from '../saving/config.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { registeredByScript } from '../saving/registration.ts';
import { floatTensorOf, tensorOf, wrap } from '../tensors/conversion.ts';
import { circumstanceOf, tensorFunction, withPythonErrors } from '../tensors/operation.ts';
import { ofWeights } from '../training/sampleWeightShapes.ts';
import { raiseInWords, unknownName } from '../versionWords.ts';
import type { LossDefinition } from './definition.ts';
import { losses } from './index.ts';
import { recordLossCall } from './lossCalls.ts';
import { sameRank } from './shapes.ts';

export type Reduction = 'sum_over_batch_size' | 'sum' | 'none';

export interface LossSettings {
  readonly definition: LossDefinition | null;
  readonly compute: ((yTrue: Tensor, yPred: Tensor) => Tensor) | null;
  readonly fromLogits: boolean;
  name: string;
  readonly reduction: Reduction;
}

export type LossObject = KerasObject<LossSettings>;

function reductionOf(args: ArgumentReader): Reduction {
  const value = args.value('reduction');
  if (value === null || value === 'none') return 'none';
  if (value === 'sum' || value === 'sum_over_batch_size') return value;
  // Keras 2's default.
  if (value === 'auto') return 'sum_over_batch_size';
  return args.fail(
    'reduction',
    `Invalid value for argument \`reduction\`. Expected one of {'sum_over_batch_size', 'sum', None, 'none'}. Received: reduction=${args.py.str(value)}`,
  );
}

/** Brings a mask and weights of samples together and reduces losses to a number (or leaves them). */
export function reduceLosses(
  values: Tensor,
  weight: Tensor | null,
  mask: Tensor | null,
  reduction: Reduction,
): Tensor {
  let weights = weight === null ? null : ops.cast(weight, values.dtype);
  if (mask !== null) {
    let counted = ops.cast(mask, values.dtype);
    if (reduction === 'sum_over_batch_size') {
      const total = sizeOf(mask.shape);
      counted = total === null ? counted : ops.mul(counted, ops.div(total, ops.add(ops.sum(counted), 1e-7)));
    }
    if (weights === null) weights = counted;
    else {
      const [a, b] = sameRank(counted, weights);
      weights = ops.mul(b, a);
    }
  }
  let losses = values;
  if (weights !== null) {
    const [a, b] = sameRank(values, weights);
    losses = ops.mul(a, b);
  }
  if (reduction === 'none' || losses.shape.length === 0) return losses;
  const sum = ops.sum(losses);
  return reduction === 'sum' ? sum : ops.div(sum, countOf(losses.shape));
}

function countOf(shape: Shape): number {
  return isStatic(shape) ? Math.max(1, sizeOf(shape) as number) : 1;
}

/** A loss's value for a batch. */
export function lossValue(
  py: Interpreter,
  loss: LossObject,
  yTrue: Value,
  yPred: Value,
  weight: Value,
): Tensor {
  const mask = yPred instanceof PyObject && 'mask' in yPred ? (yPred.mask as Value) : null;
  const [target, output] = [tensorOf(py, yTrue), tensorOf(py, yPred)];
  // Losses are computed in the default float, whatever the model's last layer computes in.
  const prediction = ops.cast(output, floatOf(py));
  const losses = lossesOf(py, loss, wrap(py, ops.cast(target, prediction.dtype)), wrap(py, prediction));
  const reduction = loss.settings?.reduction ?? 'sum_over_batch_size';
  const weights = weight === null ? null : tensorOf(py, weight, prediction.dtype);
  try {
    return withPythonErrors(py, circumstanceOf(py), () =>
      reduceLosses(losses, weights, mask === null ? null : tensorOf(py, mask), reduction),
    );
  } catch (error) {
    throw weights === null ? error : ofWeights(error, weights.shape, losses.shape);
  }
}

function lossesOf(py: Interpreter, loss: LossObject, yTrue: Value, yPred: Value): Tensor {
  const result = py.callMethod(loss, 'call', [yTrue, yPred]);
  if (result instanceof Unknown) throw new NotKnown(result.reason);
  return floatTensorOf(py, result);
}

/** What a call compares, for errors: a loss of Keras, or one of the script's own. */
export function calledLabels(definition: LossDefinition | null, labels: Value, outputs: Value) {
  return {
    name: definition?.className ?? '',
    functionName: definition?.functionName ?? null,
    expects: definition?.expects ?? null,
    isMetric: false,
    parameter: 'y_true',
    labels,
    outputs,
  };
}

const baseMethods: NativeFunction[] = [
  method('__call__(self, y_true, y_pred, sample_weight=None)', ([self, yTrue, yPred, weight], py) => {
    const object = self as LossObject;
    const value = explainCall(
      py,
      () => ({
        ...calledLabels(object.settingsIfMade?.definition ?? null, yTrue, yPred),
        madeAt: object.madeAt,
      }),
      () => lossValue(py, object, yTrue, yPred, weight),
    );
    const { definition = null, fromLogits = false } = object.settings ?? {};
    // A subclass may override `call`: then nothing is known of what it computes.
    if (definition !== null && object.cls === lossClasses.get(definition.className))
      recordLossCall(py, { definition, fromLogits, object, ofLogits: null }, yTrue, yPred);
    return wrap(py, value);
  }),
  method('call(self, y_true, y_pred)', ([self, yTrue, yPred], py) => {
    const { compute } = (self as LossObject).settings;
    if (compute === null)
      throw raise(
        NotImplementedError,
        `Loss ${(self as LossObject).cls.name} does not have a \`call()\` method implemented.`,
      );
    const [target, output] = sameRank(tensorOf(py, yTrue), tensorOf(py, yPred));
    return wrap(
      py,
      withPythonErrors(py, circumstanceOf(py), () => compute(ops.cast(target, output.dtype), output)),
    );
  }),
];

export const lossClass: PyClass = kerasClass<LossSettings>({
  name: 'Loss',
  base: objectClass,
  module: 'keras.src.losses.loss',
  parameters: 'name=None, reduction="sum_over_batch_size", dtype=None',
  documentation: 'The base of losses: subclasses write `call(y_true, y_pred)`.',
  init: (args, object, py) => ({
    definition: null,
    compute: null,
    fromLogits: false,
    name: args.optionalString('name') ?? autoName(py, object.cls.name),
    reduction: reductionOf(args),
  }),
  methods: baseMethods,
  entries: [
    ...configMethods(),
    [
      'get_config',
      method('get_config(self)', ([self], py) => {
        const loss = self as LossObject;
        const { name, reduction } = loss.settings;
        return namedConfig(
          py,
          loss,
          [
            ['name', name],
            ['reduction', reduction],
          ],
          new Set(['dtype']),
        );
      }),
    ],
  ],
});

/** A parameter list of a loss class: its own, then what all losses take. */
function classParameters(definition: LossDefinition): string {
  const own = definition.parameters === '' ? '' : `${definition.parameters}, `;
  const reduction = definition.defaultReduction ?? 'sum_over_batch_size';
  return `${own}reduction="${reduction}", name="${definition.defaultName ?? definition.functionName}", dtype=None`;
}

function classOf(definition: LossDefinition): PyClass {
  return kerasClass<LossSettings>({
    name: definition.className,
    base: lossClass,
    module: 'keras.src.losses.losses',
    parameters: classParameters(definition),
    documentation: definition.documentation,
    meant: definition.parameters.includes('from_logits')
      ? { softmax: 'from_logits=True', sigmoid: 'from_logits=True', logits: 'from_logits=True' }
      : undefined,
    init: args => ({
      definition,
      compute: definition.compute(args),
      fromLogits: definition.parameters.includes('from_logits') && args.boolean('from_logits'),
      name: args.optionalString('name') ?? definition.functionName,
      reduction: reductionOf(args),
    }),
  });
}

function functionOf(definition: LossDefinition): NativeFunction {
  const own = definition.parameters === '' ? '' : `, ${definition.parameters}`;
  const made = tensorFunction(
    `${definition.functionName}(y_true, y_pred${own})`,
    ([yTrue, yPred, ...values], py) => {
      const names = made.signature.parameters.slice(2).map(parameter => parameter.name);
      const args = new ArgumentReader(
        py,
        definition.functionName,
        new Map(names.map((name, index) => [name, values[index]])),
      );
      const output = ops.toFloat(tensorOf(py, yPred));
      const value = explainCall(
        py,
        () => ({ ...calledLabels(definition, yTrue, yPred), name: definition.functionName, madeAt: null }),
        () => definition.compute(args)(tensorOf(py, yTrue, output.dtype), output),
      );
      const fromLogits = names.includes('from_logits') && args.boolean('from_logits');
      recordLossCall(py, { definition, fromLogits, object: null, ofLogits: null }, yTrue, yPred);
      return wrap(py, value);
    },
    definition.documentation,
  );
  return made;
}

/** Loss classes by name. */
export const lossClasses: ReadonlyMap<string, PyClass> = new Map(
  losses.map(definition => [definition.className, classOf(definition)]),
);

/** Loss functions by every name. */
export const lossFunctions: ReadonlyMap<string, NativeFunction> = new Map(
  losses.flatMap(definition => {
    const made = functionOf(definition);
    return [definition.functionName, ...(definition.aliases ?? [])].map(name => [name, made] as const);
  }),
);

const definitionsByFunction = new Map<unknown, LossDefinition>(
  losses.map(definition => [lossFunctions.get(definition.functionName), definition]),
);

/** The definition behind a loss function of Keras; undefined for the user's own. */
export function lossDefinitionOf(value: unknown): LossDefinition | undefined {
  return definitionsByFunction.get(value);
}

/** A loss object around a function; a function of Keras keeps its definition. */
export function wrapFunction(py: Interpreter, callee: PyObject, name: string): LossObject {
  const definition = lossDefinitionOf(callee) ?? null;
  if (definition !== null) {
    const loss = py.call(
      lossClasses.get(definition.className)!,
      [],
      PyDict.fromStrings([['name', name]]),
    ) as LossObject;
    loss.madeAt = null;
    return loss;
  }
  const loss = new KerasObject<LossSettings>(functionLossClass);
  loss.settings = {
    definition: null,
    compute: null,
    fromLogits: false,
    name,
    reduction: 'sum_over_batch_size',
  };
  loss.attributes.set('fn', callee);
  return loss;
}

/** A loss made from the user's function. */
const functionLossClass: PyClass = new PyClass(
  'LossFunctionWrapper',
  [lossClass],
  [
    [
      'call',
      method('call(self, y_true, y_pred)', ([self, yTrue, yPred], py) => {
        const [target, output] = sameRank(tensorOf(py, yTrue), tensorOf(py, yPred));
        const result = py.call((self as LossObject).attributes.get('fn')!, [
          wrap(py, target),
          wrap(py, output),
        ]);
        return result;
      }),
    ],
  ],
  { module: 'keras.src.losses.losses' },
);

/** The names a `loss` string may be. */
export function lossNames(): string[] {
  return [...lossFunctions.keys(), ...lossClasses.keys()];
}

/** The object for a `loss` argument (not None); `name` is what a custom function is called in logs. */
export function resolveLoss(py: Interpreter, value: Value, name: (callee: PyObject) => string): LossObject {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (typeof value === 'string') {
    const own = registeredByScript(py, value);
    if (own !== undefined) return resolveLoss(py, own, name);
    const callee = lossFunctions.get(value);
    if (callee !== undefined) return wrapFunction(py, callee, value);
    const cls = lossClasses.get(value);
    if (cls !== undefined) return py.call(cls, []) as LossObject;
  } else if (value instanceof PyClass) return resolveLoss(py, py.call(value, []), name);
  else if (value instanceof KerasObject && value.cls.isSubclassOf(lossClass)) return value as LossObject;
  else if (isObjectConfig(value)) return resolveLoss(py, deserializeKerasObject(py, value), name);
  else if (value instanceof PyObject && !(value instanceof PyDict))
    return wrapFunction(py, value, name(value));
  const shown = py.str(value);
  const isName = typeof value === 'string';
  throw raiseInWords(
    py,
    {
      1: isName
        ? `Invalid objective: ${shown}`
        : [AttributeError, `'${classOfValue(value).name}' object has no attribute '__name__'`],
      2: isName
        ? unknownName('loss function', value)
        : `Could not interpret loss function identifier: ${shown}`,
      3: `Could not interpret loss identifier: ${shown}`,
    },
    {
      ...misspelt(py, 'loss', value, lossNames()),
      code: 'unknown-loss',
      explanation: message('There is no loss called `{0}`.', shown),
    },
  );
}
