/** Scripts that train in loops of their own, as a worker would report them: a classifier with two metrics, and a GAN. */
import type { LoopReport, ModelReport, WorkerToPanel } from '../../src/protocol.ts';
import { MODEL, RUN } from './scenario.ts';

const { runId } = RUN;

/** A curve that falls from one value to another, with a wobble. */
function falling(step: number, from: number, to: number): number {
  return to + (from - to) * Math.exp(-step / 60) + 0.03 * Math.sin(step / 3);
}

type Point = Record<string, number>;

function report(steps: number, points: readonly (readonly [number, Point])[], seam = false): LoopReport {
  const names = [...new Set(points.flatMap(([, point]) => Object.keys(point)))];
  return {
    type: 'loop',
    runId,
    steps,
    seam,
    optimizers: [{ name: 'optimizer', learningRate: 0.001 }],
    curves: {
      at: points.map(([step]) => step),
      seconds: points.map(([step]) => step / 20),
      columns: Object.fromEntries(names.map(name => [name, points.map(([, point]) => point[name] ?? null)])),
    },
  };
}

const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

function classifierPoint(step: number): readonly [number, Point] {
  const shares = { train_acc: 1 - falling(step, 0.6, 0.2), val_acc: 1 - falling(step, 0.6, 0.27) };
  return [step, { 'model.loss': falling(step, 1.1, 0.5), ...(step % 30 === 0 ? shares : {}) }];
}

/** 200 steps of a classifier, of which the last came behind a lost worker. */
export function classifierLoop(): WorkerToPanel[] {
  return [
    MODEL,
    report(150, steps(1, 150).map(classifierPoint)),
    report(130, [], true),
    report(200, steps(131, 200).map(classifierPoint)),
  ];
}

const CRITIC: ModelReport = { ...MODEL, name: 'discriminator', line: 20, head: 'binary', classes: 2 };
const MAKER: ModelReport = { ...MODEL, name: 'generator', line: 12, head: 'none', classes: null };

/** 300 steps of a GAN, whose networks take turns. */
export function ganLoop(): WorkerToPanel[] {
  const points = steps(1, 300).map((step): readonly [number, Point] => [
    step,
    step % 2 === 0
      ? { 'generator.g_loss': 0.7 + 0.3 * Math.sin(step / 40) + 0.05 * Math.sin(step) }
      : { 'discriminator.d_loss': falling(step, 1.5, 1.2) },
  ]);
  const loop = report(300, points);
  const none = { loss: null, accuracy: null, majority: null };
  return [
    { ...MAKER, chance: none },
    { ...CRITIC, chance: { ...none, accuracy: 0.5 } },
    {
      ...loop,
      optimizers: [
        { name: 'g_optimizer', learningRate: 0.0002 },
        { name: 'd_optimizer', learningRate: 0.0001 },
      ],
    },
  ];
}
