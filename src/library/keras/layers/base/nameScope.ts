/** The layers that are being called or built, whose names lead to a variable: `sequential/dense/kernel`. */
import { type Interpreter, StateKey } from '../../../../python/interpreter.ts';

interface Named {
  readonly name: string;
}

const scopesKey = new StateKey<Named[]>('keras.nameScopes', () => []);

/** Runs `body` inside a layer's name. */
export function inScope<T>(py: Interpreter, layer: Named, body: () => T): T {
  const scopes = py.state(scopesKey);
  // Building a layer belongs to the call that it happens in.
  if (scopes.at(-1) === layer) return body();
  scopes.push(layer);
  try {
    return body();
  } finally {
    scopes.pop();
  }
}

/** The path of a variable that is made now by a layer. */
export function pathOf(py: Interpreter, layer: Named, name: string): string {
  const scopes = py.state(scopesKey);
  const names = scopes.at(-1) === layer ? scopes : [...scopes, layer];
  return [...names.map(scope => scope.name), name].join('/');
}
