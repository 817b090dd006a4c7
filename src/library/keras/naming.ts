/** Keras's automatic names (`dense`, `dense_1`) and the seeds of everything random, counted per program. */
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
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
