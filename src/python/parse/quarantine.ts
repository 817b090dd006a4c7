import type { Statement } from '../syntax.ts';
import type { ConcreteTree } from './concrete.ts';
import type { Source } from './source.ts';
export function quarantine(source: Source, concrete: ConcreteTree, _read: (text: string) => ConcreteTree) {
  for (const f of concrete.faults) source.report(f.start, f.end, 'invalid syntax');
  return { concrete, text: source.text, restore: (body: Statement[]) => body };
}
