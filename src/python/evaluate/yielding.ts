/** Compiles `yield` and `yield from`. */
import type { PyIterator } from '../functions.ts';
import { iteratorOf } from '../operations/iteration.ts';
import { Pending, type Suspendable, settle } from '../suspension.ts';
import type { Yield, YieldFrom } from '../syntax.ts';
import type { Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import { evaluateOne } from './combine.ts';
import type { Compiler } from './compiler.ts';
import { PyGenerator } from './function.ts';
import type { Scope } from './scopes.ts';

export function compileYield(compiler: Compiler, node: Yield, scope: Scope): Evaluate {
  const value = node.value ? compiler.expression(node.value, scope) : () => null;
  return evaluateOne(value, (_, given) => new Pending(yieldOut(given)));
}

function* yieldOut(value: Value): Suspendable<Value> {
  return (yield { kind: 'yield', value }) as Value;
}

export function compileYieldFrom(compiler: Compiler, node: YieldFrom, scope: Scope): Evaluate {
  return evaluateOne(compiler.expression(node.value, scope), (frame, iterable) => {
    return new Pending(delegate(iteratorOf(frame.py, iterable)));
  });
}

/** Hands every value of the inner iterator out and what is sent in, until it ends. */
function* delegate(iterator: PyIterator): Suspendable<Value> {
  const generator = iterator instanceof PyGenerator ? iterator : null;
  let sent: Value = null;
  for (;;) {
    const result = generator ? generator.resume('next', sent) : iterator.next();
    const value: Value | undefined = yield* settle<Value | undefined>(result as Value | undefined);
    if (value === undefined) return generator ? generator.returned : null;
    sent = (yield { kind: 'yield', value }) as Value;
  }
}
