/** What the compiler turns syntax into: closures over a frame. */
import type { Pending } from '../suspension.ts';
import type { Value } from '../values.ts';
import type { Frame } from './frame.ts';

/** How a statement ended. A returned value waits in `frame.returnValue`. */
export type Completion = 0 | 1 | 2 | 3;
export const NORMAL = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;

/** A compiled expression. */
export type Evaluate = (frame: Frame) => Value | Pending;
/** A compiled statement or block. */
export type Execute = (frame: Frame) => Completion | Pending<Completion>;
/** A compiled assignment target. */
export type Store = (frame: Frame, value: Value) => void | Pending<void>;
