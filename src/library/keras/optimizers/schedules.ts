/** `keras.optimizers.schedules`: learning rates that depend on the step. */
import { ops } from '../../../graph/index.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { PyClass } from '../../../python/classes.ts';
import { method } from '../../../python/functions.ts';
import { objectClass } from '../../../python/types.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import { configMethods, KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { tensorOf, wrap } from '../tensors/conversion.ts';

type Rate = (step: Tensor) => Tensor;

interface ScheduleDefinition {
  readonly name: string;
  readonly parameters: string;
  readonly documentation: string;
  readonly init: (args: ArgumentReader) => Rate;
}

function numbersIn(args: ArgumentReader, name: string): number[] {
  return args.py.collect(args.value(name)).map(item => numberOf(item) ?? 0);
}

function progress(step: Tensor, args: ArgumentReader): Tensor {
  const share = ops.div(step, args.number('decay_steps'));
  return args.boolean('staircase') ? ops.floor(share) : share;
}

const exponentialDecay: ScheduleDefinition = {
  name: 'ExponentialDecay',
  parameters: 'initial_learning_rate, decay_steps, decay_rate, staircase=False, name="ExponentialDecay"',
  documentation: 'initial * decay_rate ^ (step / decay_steps).',
  init: args => step =>
    ops.mul(args.number('initial_learning_rate'), ops.pow(args.number('decay_rate'), progress(step, args))),
};

const inverseTimeDecay: ScheduleDefinition = {
  name: 'InverseTimeDecay',
  parameters: 'initial_learning_rate, decay_steps, decay_rate, staircase=False, name="InverseTimeDecay"',
  documentation: 'initial / (1 + decay_rate * step / decay_steps).',
  init: args => step =>
    ops.div(
      args.number('initial_learning_rate'),
      ops.add(1, ops.mul(args.number('decay_rate'), progress(step, args))),
    ),
};

const piecewiseConstantDecay: ScheduleDefinition = {
  name: 'PiecewiseConstantDecay',
  parameters: 'boundaries, values, name="PiecewiseConstant"',
  documentation: 'A constant for each stretch of steps; a boundary belongs to the stretch before it.',
  init(args) {
    const [boundaries, values] = [numbersIn(args, 'boundaries'), numbersIn(args, 'values')];
    if (values.length !== boundaries.length + 1) {
      args.fail(
        'values',
        `The length of boundaries should be 1 less than the length of values. Received: boundaries=${args.py.str(args.value('boundaries'))} of length ${boundaries.length}, and values=${args.py.str(args.value('values'))} of length ${values.length}.`,
      );
    }
    return step =>
      boundaries.reduceRight<Tensor>(
        (rate, boundary, index) => ops.select(ops.lessEqual(step, boundary), values[index], rate),
        constant(values[values.length - 1], [], 'float32'),
      );
  },
};

const polynomialDecay: ScheduleDefinition = {
  name: 'PolynomialDecay',
  parameters:
    'initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, name="PolynomialDecay"',
  documentation: 'From the initial rate to the end rate along a power of the remaining share of steps.',
  init: args => step => {
    const [start, end] = [args.number('initial_learning_rate'), args.number('end_learning_rate')];
    const length = args.number('decay_steps');
    const cycles = ops.maximum(1, ops.ceil(ops.div(step, length)));
    const whole = args.boolean('cycle') ? ops.mul(length, cycles) : constant(length, [], 'float32');
    const at = args.boolean('cycle') ? step : ops.minimum(step, length);
    const rest = ops.pow(ops.sub(1, ops.div(at, whole)), args.number('power'));
    return ops.add(ops.mul(start - end, rest), end);
  },
};

/** Half a cosine wave from 1 down to `alpha`. */
function cosineShare(share: Tensor, alpha: number): Tensor {
  const wave = ops.mul(0.5, ops.add(1, ops.cos(ops.mul(Math.PI, share))));
  return ops.add(ops.mul(1 - alpha, wave), alpha);
}

const cosineDecay: ScheduleDefinition = {
  name: 'CosineDecay',
  parameters:
    'initial_learning_rate, decay_steps, alpha=0.0, name="CosineDecay", warmup_target=None, warmup_steps=0',
  documentation:
    'Half a cosine wave down to `alpha` times the rate, after an optional linear warm-up (Loshchilov and Hutter 2016).',
  init: args => step => {
    const [start, length, alpha] = [
      args.number('initial_learning_rate'),
      args.number('decay_steps'),
      args.number('alpha'),
    ];
    const target = args.optionalNumber('warmup_target');
    const warm = args.number('warmup_steps');
    if (target === null)
      return ops.mul(start, cosineShare(ops.div(ops.minimum(step, length), length), alpha));
    const after = ops.minimum(ops.sub(step, warm), length);
    const decayed = ops.mul(target, cosineShare(ops.div(after, length), alpha));
    const warming = ops.add(ops.mul(target - start, ops.div(step, Math.max(warm, 1))), start);
    return ops.select(ops.less(step, warm), warming, decayed);
  },
};

const cosineDecayRestarts: ScheduleDefinition = {
  name: 'CosineDecayRestarts',
  parameters: 'initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, name="SGDRDecay"',
  documentation: 'Cosine decay that starts again, each time longer and lower (Loshchilov and Hutter 2016).',
  init: args => step => {
    const [start, alpha] = [args.number('initial_learning_rate'), args.number('alpha')];
    const [longer, lower] = [args.number('t_mul'), args.number('m_mul')];
    const share = ops.div(step, args.number('first_decay_steps'));
    if (longer === 1) {
      const restart = ops.floor(share);
      return ops.mul(ops.mul(start, ops.pow(lower, restart)), cosineShare(ops.sub(share, restart), alpha));
    }
    const grown = ops.log(ops.sub(1, ops.mul(share, 1 - longer)));
    const restart = ops.floor(ops.div(grown, Math.log(longer)));
    const sum = ops.div(ops.sub(1, ops.pow(longer, restart)), 1 - longer);
    const within = ops.div(ops.sub(share, sum), ops.pow(longer, restart));
    return ops.mul(ops.mul(start, ops.pow(lower, restart)), cosineShare(within, alpha));
  },
};

const definitions = [
  exponentialDecay,
  inverseTimeDecay,
  piecewiseConstantDecay,
  polynomialDecay,
  cosineDecay,
  cosineDecayRestarts,
];

export const scheduleClass: PyClass = new PyClass('LearningRateSchedule', [objectClass], configMethods(), {
  module: 'keras.src.optimizers.schedules.learning_rate_schedule',
  allocate: cls => new KerasObject(cls),
});

/** The schedules' classes by name. */
export const scheduleClasses: ReadonlyMap<string, PyClass> = new Map(
  definitions.map(definition => [
    definition.name,
    kerasClass<Rate>({
      name: definition.name,
      base: scheduleClass,
      module: 'keras.src.optimizers.schedules.learning_rate_schedule',
      parameters: definition.parameters,
      documentation: definition.documentation,
      init: args => definition.init(args),
      methods: [
        method('__call__(self, step)', ([self, step], py) =>
          wrap(py, (self as KerasObject<Rate>).settings(tensorOf(py, step, 'float32'))),
        ),
      ],
    }),
  ]),
);
