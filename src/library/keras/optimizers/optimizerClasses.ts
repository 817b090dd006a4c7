/** `keras.optimizers`: the classes, and what an `optimizer` argument stands for. */

import { ops } from '../../../graph/index.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { TypeError } from '../../../python/errors.ts';
import { method, property } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { objectClass } from '../../../python/types.ts';
import {
  NotKnown,
  PyFloat,
  PyList,
  type PyObject,
  PyTuple,
  Unknown,
  type Value,
} from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { misspeltKeyword } from '../errors/keywords.ts';
import { misspelt } from '../errors/spelling.ts';
import { noteOwner } from '../madeVariables.ts';
import { autoName, toSnakeCase } from '../naming.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import { configMethods, kerasClass } from '../objects/kerasObject.ts';
import { floatOf } from '../policy.ts';
import { deserializeKerasObject, isObjectConfig } from '../saving/deserialize.ts';
import { serializeKerasObject } from '../saving/serialize.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';
import { VariableObject } from '../tensors/variableObject.ts';
import { currentTrace } from '../trace.ts';
import { raiseInWords, unknownName } from '../versionWords.ts';
import type { OptimizerDefinition, UpdateRule } from './definition.ts';
import { optimizers } from './index.ts';
import { learningRateAttributes } from './learningRate.ts';
import { LossScaleOptimizerObject } from './lossScaleOptimizer.ts';
import { optimizerMethods } from './optimizerMethods.ts';
import { OptimizerObject, type OptimizerSettings, rateVariable } from './optimizerObject.ts';

const shared =
  'weight_decay={decay}, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, name={name}, **kwargs';

function sharedParameters(definition: OptimizerDefinition | null): string {
  return shared
    .replace('{decay}', definition?.weightDecay === undefined ? 'None' : String(definition.weightDecay))
    .replace('{name}', definition === null ? 'None' : `"${definition.defaultName}"`);
}

function readSettings(
  args: ArgumentReader,
  rule: UpdateRule | null,
  object: OptimizerObject,
  py: Interpreter,
): OptimizerSettings {
  noteOwner(py);
  const argument = args.value('learning_rate');
  const given = isObjectConfig(argument) ? deserializeKerasObject(py, argument) : argument;
  const number = given instanceof VariableObject ? given.hostValue : numberOf(given);
  const schedule = number === undefined || number === null ? (given as PyObject | null) : null;
  const float = floatOf(py);
  if (float !== object.rate.dtype) object.rate = rateVariable(float);
  if (schedule === null) {
    if (number === undefined || number === null)
      args.fail(
        'learning_rate',
        `Argument \`learning_rate\` should be float, or an instance of LearningRateSchedule, or a callable (that takes in the current iteration value and returns the corresponding learning rate value). Received instead: learning_rate=${py.str(given)}`,
      );
    object.rate.variable!.setInitial(Float64Array.of(number));
    object.rate.hostValue = number;
  } else if (typeof schedule === 'string') {
    args.fail(
      'learning_rate',
      `Argument \`learning_rate\` should be float, or an instance of LearningRateSchedule, or a callable (that takes in the current iteration value and returns the corresponding learning rate value). Received instead: learning_rate=${py.str(given)}`,
    );
  }
  const clips = ['clipnorm', 'clipvalue', 'global_clipnorm'].map(name => args.optionalNumber(name));
  if (clips.filter(clip => clip !== null).length > 1) {
    args.fail(
      'clipvalue',
      `Only one of \`clipnorm\`, \`clipvalue\` and \`global_clipnorm\` can be set. Received: clipnorm=${clips[0] ?? 'None'}, clipvalue=${clips[1] ?? 'None'}, global_clipnorm=${clips[2] ?? 'None'}`,
    );
  }
  const accumulation = args.optionalInteger('gradient_accumulation_steps');
  if (accumulation !== null && accumulation < 2) {
    args.fail(
      'gradient_accumulation_steps',
      `\`gradient_accumulation_steps\` must be an integer >= 2. Received: gradient_accumulation_steps=${accumulation}`,
    );
  }
  const momentum = args.number('ema_momentum');
  if (args.boolean('use_ema') && (momentum < 0 || momentum > 1)) {
    args.fail(
      'ema_momentum',
      `\`ema_momentum\` must be in the range [0, 1]. Received: ema_momentum=${momentum}`,
    );
  }
  return {
    rule,
    name: args.optionalString('name') ?? autoName(py, object.cls.name),
    schedule,
    weightDecay: args.optionalNumber('weight_decay'),
    clipNorm: clips[0],
    clipValue: clips[1],
    globalClipNorm: clips[2],
    useEma: args.boolean('use_ema'),
    emaMomentum: momentum,
    emaFrequency: args.optionalInteger('ema_overwrite_frequency'),
    accumulation,
    lossScale: args.optionalNumber('loss_scale_factor'),
  };
}

/** Keywords that Keras 1 and 2 took and Keras 3 does not. */
const oldNames: Readonly<Record<string, string>> = {
  lr: 'learning_rate',
  global_clip_norm: 'global_clipnorm',
};

/** How Keras 2 compiled its steps, and what its Nadam took for its schedule of momenta. */
const ignoredBefore3: ReadonlySet<string> = new Set(['jit_compile', 'schedule_decay']);

function rejectKeywords(args: ArgumentReader, keywords: PyDict, py: Interpreter): void {
  const isEarly = py.state(kerasVersionKey).current < 3;
  const rest = [...keywords.entries()].filter(
    ([key]) => key !== 'decay' && !(isEarly && ignoredBefore3.has(String(key))),
  );
  if (rest.length === 0) return;
  const first = String(rest[0][0]);
  const shown = py.repr(PyDict.fromStrings(rest.map(([key, value]) => [String(key), value] as const)));
  throw raiseInWords(
    py,
    {
      3: `Argument(s) not recognized: ${shown}`,
      2: [
        TypeError,
        `${first} is not a valid argument, kwargs should be empty  for \`optimizer_experimental.Optimizer\`.`,
      ],
      1: [TypeError, `Unexpected keyword argument passed to optimizer: ${first}`],
    },
    misspeltKeyword(py, first, args.names(), args.oldNames),
  );
}

function self(value: Value): OptimizerObject {
  return value as OptimizerObject;
}

export const optimizerClass: PyClass = kerasClass<OptimizerSettings>({
  name: 'Optimizer',
  base: objectClass,
  module: 'keras.src.optimizers.optimizer',
  parameters: `learning_rate=0.01, ${sharedParameters(null)}`,
  renamed: oldNames,
  isRenamedIn3: true,
  documentation: 'The base of optimizers: subclasses write `update_step(gradient, variable, learning_rate)`.',
  unexpected: (args, keywords, _object, py) => rejectKeywords(args, keywords, py),
  init: (args, object, py) => readSettings(args, null, object as OptimizerObject, py),
  methods: optimizerMethods,
  entries: [
    configMethods()[1],
    ...learningRateAttributes,
    property('iterations', optimizer => self(optimizer).iterations),
    property('variables', optimizer => new PyList(self(optimizer).variables('list'))),
    property('name', optimizer => self(optimizer).settings.name),
    property('weight_decay', optimizer => {
      const decay = self(optimizer).settings.weightDecay;
      return decay === null ? null : new PyFloat(decay);
    }),
  ],
  allocate: cls => new OptimizerObject(cls),
});

function classOf(definition: OptimizerDefinition): PyClass {
  return kerasClass<OptimizerSettings>({
    name: definition.name,
    base: optimizerClass,
    module: `keras.src.optimizers.${definition.defaultName.toLowerCase()}`,
    parameters: `${definition.parameters}, ${sharedParameters(definition)}`,
    renamed: oldNames,
    isRenamedIn3: true,
    documentation: definition.documentation,
    unexpected: (args, keywords, _object, py) => rejectKeywords(args, keywords, py),
    init: (args, object, py) => readSettings(args, definition.init(args), object as OptimizerObject, py),
    allocate: cls => new OptimizerObject(cls),
  });
}

/** Multiplies the loss of computations in half precision, and leaves steps out whose gradients overflow. */
const lossScaleClass: PyClass = kerasClass<OptimizerSettings>({
  name: 'LossScaleOptimizer',
  base: optimizerClass,
  module: 'keras.src.optimizers.loss_scale_optimizer',
  parameters: 'inner_optimizer, initial_scale=32768.0, dynamic_growth_steps=2000, **kwargs',
  documentation:
    'An optimizer whose loss is scaled while gradients are taken, so that small ones do not vanish.',
  unexpected: () => {},
  init(args, object, py) {
    const inner = resolveOptimizer(py, args.value('inner_optimizer'), 'inner_optimizer');
    if (inner === null)
      return args.fail('inner_optimizer', '`inner_optimizer` must be an optimizer. Received: None');
    return (object as LossScaleOptimizerObject).adopt(
      inner,
      args.number('initial_scale'),
      args.integer('dynamic_growth_steps'),
    );
  },
  entries: [
    // Keras 2's: the loss is scaled, and the gradients back, by the script's own training step.
    [
      'get_scaled_loss',
      method('get_scaled_loss(self, loss)', ([optimizer, loss], py) =>
        py.callMethod(optimizer, 'scale_loss', [loss]),
      ),
    ],
    [
      'get_unscaled_gradients',
      method('get_unscaled_gradients(self, grads)', ([value, grads], py) => {
        const optimizer = value as LossScaleOptimizerObject;
        if (py.running) optimizer.dividesItself = true;
        const scale = optimizer.currentScale(currentTrace(py));
        const divided = py
          .collect(grads)
          .map(grad => (grad === null ? null : wrap(py, ops.div(tensorOf(py, grad), scale))));
        return new PyList(divided);
      }),
    ],
    property('inner_optimizer', optimizer => (optimizer as LossScaleOptimizerObject).inner),
    property('dynamic_scale', optimizer => (optimizer as LossScaleOptimizerObject).scale),
    property('step_counter', optimizer => (optimizer as LossScaleOptimizerObject).counter),
    property('initial_scale', optimizer => new PyFloat((optimizer as LossScaleOptimizerObject).initialScale)),
    property('dynamic_growth_steps', optimizer => (optimizer as LossScaleOptimizerObject).growthSteps),
    [
      'get_config',
      method('get_config(self)', ([optimizer], py) => {
        const object = optimizer as LossScaleOptimizerObject;
        return PyDict.fromStrings([
          ['name', object.settings.name],
          ['inner_optimizer', serializeKerasObject(py, object.inner)],
          ['initial_scale', new PyFloat(object.initialScale)],
          ['dynamic_growth_steps', object.growthSteps],
        ]);
      }),
    ],
  ],
  allocate: cls => new LossScaleOptimizerObject(cls),
});

/** Optimizer classes by name. */
export const optimizerClasses: ReadonlyMap<string, PyClass> = new Map([
  ...optimizers.map(definition => [definition.name, classOf(definition)] as const),
  ['LossScaleOptimizer', lossScaleClass] as const,
]);

const byLowerCase = new Map([...optimizerClasses].map(([name, cls]) => [name.toLowerCase(), cls]));

/** The object for an `optimizer` argument; null stays null. */
export function resolveOptimizer(
  py: Interpreter,
  value: Value,
  argument = 'optimizer',
): OptimizerObject | null {
  if (value instanceof Unknown) throw new NotKnown(value.reason);
  if (value === null) return null;
  if (typeof value === 'string') {
    const cls = byLowerCase.get(value.toLowerCase());
    if (cls !== undefined) return py.call(cls, []) as OptimizerObject;
  } else if (value instanceof OptimizerObject) return value;
  else if (isObjectConfig(value)) {
    const made = deserializeKerasObject(py, value);
    if (made instanceof OptimizerObject) return made;
  }
  const shown = value instanceof PyTuple ? py.repr(value) : py.str(value);
  const isName = typeof value === 'string';
  throw raiseInWords(
    py,
    {
      1: isName ? `Invalid optimizer: ${shown}` : `Could not interpret optimizer identifier: ${shown}`,
      2: isName ? unknownName('optimizer', value) : `Could not interpret optimizer identifier: ${shown}`,
      3: `Could not interpret optimizer identifier: ${shown}`,
    },
    {
      ...misspelt(
        py,
        argument,
        value,
        [...optimizerClasses.keys()].map(name => toSnakeCase(name).replaceAll('_', '')),
      ),
      code: 'unknown-optimizer',
      explanation:
        value instanceof PyClass
          ? message(
              '`{0}` is a class, and `{1}` takes what it makes: call it, `{0}(…)`.',
              value.name,
              argument,
            )
          : message('There is no optimizer called `{0}`.', shown),
    },
  );
}
