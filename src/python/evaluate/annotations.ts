/** Annotations of variables in class and module bodies: kept in `__annotations__`, as dataclasses need them. */
import { PyDict } from '../collections.ts';
import { Pending } from '../suspension.ts';
import type { AnnAssign } from '../syntax.ts';
import { type Execute, NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import type { Scope } from './scopes.ts';

/** Records the annotation of a simple name; null where Python records nothing (functions, `a.b: int`). */
export function compileAnnotation(compiler: Compiler, node: AnnAssign, scope: Scope): Execute | null {
  if (scope.isFunction || node.target.kind !== 'Name') return null;
  const name = node.target.id;
  const annotation = compiler.expression(node.annotation, scope);
  return frame => {
    const value = annotation(frame);
    if (!(value instanceof Pending)) annotationsOf(frame).setString(name, value);
    return NORMAL;
  };
}

function annotationsOf(frame: Frame): PyDict {
  const known = frame.names!.get('__annotations__');
  if (known instanceof PyDict) return known;
  const made = new PyDict();
  frame.names!.set('__annotations__', made);
  return made;
}
