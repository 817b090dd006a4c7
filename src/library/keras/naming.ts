/** Keras's automatic names (`dense`, `dense_1`) and the seeds of everything random, counted per program. */
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { kerasVersionKey } from '../kerasVersion.ts';
import { servicesKey } from './services.ts';

interface Names {
  readonly counts: Map<string, number>;
}

const namesKey = new StateKey<Names>('keras.names', () => ({ counts: new Map() }));

/** `GlobalAveragePooling2D` -> `global_average_pooling2d`. */
export function toSnakeCase(name: string): string {
  let snake = snakes.get(name);
  if (snake === undefined) snakes.set(name, (snake = inSnakeCase(name)));
  return snake;
}

/** Of the names of classes that were asked for: the same few again and again. */
const snakes = new Map<string, string>();

function inSnakeCase(name: string): string {
  return name
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

/** The next free name: the class's in snake case, numbered from the second on. */
export function autoName(py: Interpreter, className: string): string {
  const name = toSnakeCase(className);
  const { counts } = py.state(namesKey);
  const used = counts.get(name) ?? 0;
  counts.set(name, used + 1);
  return used === 0 ? name : `${name}_${used}`;
}

/** What Keras 1 called classes that have another name today. */
export const namesOfKeras1: Readonly<Record<string, string>> = {
  Conv1D: 'Convolution1D',
  Conv2D: 'Convolution2D',
  Conv3D: 'Convolution3D',
  SeparableConv2D: 'SeparableConvolution2D',
  Conv2DTranspose: 'Deconvolution2D',
};

/** The name of a layer or model that is given none: `dense` and `dense_1`, in Keras 1 `dense_1` and `dense_2`. */
export function layerName(py: Interpreter, className: string): string {
  const { current: version } = py.state(kerasVersionKey);
  if (version === 3) return autoName(py, className);
  if (className === 'InputLayer') return `input_${nextUid(py, 'input')}`;
  const called = className === 'Functional' ? 'Model' : className;
  if (version === 2) return autoName(py, called);
  const prefix = (namesOfKeras1[called] ?? called).toLowerCase();
  return `${prefix}_${nextUid(py, prefix)}`;
}

/** The name of the input that a model makes for its first layer; null where it has one as any other input. */
export function firstInputName(py: Interpreter, layer: string, className: string): string | null {
  const { current: version } = py.state(kerasVersionKey);
  if (version === 3) return null;
  if (version === 2) return `${layer}_input`;
  const prefix = `${(namesOfKeras1[className] ?? className).toLowerCase()}_input`;
  return `${prefix}_${nextUid(py, prefix)}`;
}

/** The number that comes next for a prefix, from 1 (keras.backend.get_uid). */
export function nextUid(py: Interpreter, prefix: string): number {
  const { counts } = py.state(namesKey);
  const next = (counts.get(prefix) ?? 0) + 1;
  counts.set(prefix, next);
  return next;
}

/** Forgets all names (keras.backend.clear_session). */
export function resetNames(py: Interpreter): void {
  py.state(namesKey).counts.clear();
}

interface Seeds {
  base: number | null;
  drawn: number;
}

const seedsKey = new StateKey<Seeds>('keras.seeds', () => ({ base: null, drawn: 0 }));

/** Makes everything random that follows reproducible (keras.utils.set_random_seed). */
export function setSeed(py: Interpreter, seed: number): void {
  const seeds = py.state(seedsKey);
  seeds.base = seed;
  seeds.drawn = 0;
}

function chance(py: Interpreter): number {
  return py.host.chance?.() ?? Math.random();
}

/** A new seed for an initializer, a dropout layer or a shuffle. */
export function nextSeed(py: Interpreter): number {
  const seeds = py.state(seedsKey);
  seeds.base ??= py.state(servicesKey).current?.seed ?? (py.running ? Math.floor(chance(py) * 2 ** 31) : 0);
  seeds.drawn += 1;
  return (Math.imul(seeds.base ^ Math.imul(seeds.drawn, 0x9e3779b1), 0x85ebca6b) ^ (seeds.drawn << 7)) | 0;
}
