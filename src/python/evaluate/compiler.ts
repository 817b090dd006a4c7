/** One file being compiled: its scopes, and the entry points of the mutually recursive compile functions. */
import type { TracedPlace } from '../errors.ts';
import { whenSettled } from '../suspension.ts';
import type { Expression, Module, Node, Statement } from '../syntax.ts';
import type { Value } from '../values.ts';
import type { Evaluate, Execute } from './code.ts';
import { compileExpression } from './expressions.ts';
import type { SourceFile } from './frame.ts';
import { resolveScopes, type Scope, type ScopeTable } from './scopes.ts';
import { compileBlock } from './statements.ts';

/** An expression or parameter of a file whose values somebody wants to see. */
export interface Watch {
  readonly node: Node;
  /** Told each value when it is there; not those that had to be waited for. */
  see(value: Value): void;
}

const postponing = new WeakMap<SourceFile, boolean>();

export class Compiler {
  readonly file: SourceFile;
  readonly watch: Watch | null;
  /** What tracebacks mark where the truth of a part of a condition fails. */
  readonly testPlaces = new Map<Expression, TracedPlace>();
  private readonly scopes: ScopeTable;

  constructor(module: Module, file: SourceFile, watch: Watch | null = null) {
    this.file = file;
    this.watch = watch;
    this.scopes = resolveScopes(module);
  }

  /** Whether the file says `from __future__ import annotations`: nothing is read of them then. */
  get postponesAnnotations(): boolean {
    const known = postponing.get(this.file);
    if (known !== undefined) return known;
    const postpones = /^from __future__ import .*\bannotations\b/m.test(this.file.text);
    postponing.set(this.file, postpones);
    return postpones;
  }

  scope(node: Node): Scope {
    const scope = this.scopes.get(node);
    if (!scope) throw new Error(`${node.kind} opens no scope`);
    return scope;
  }

  expression(node: Expression, scope: Scope): Evaluate {
    const evaluate = compileExpression(this, node, scope);
    const { watch } = this;
    if (watch?.node !== node) return evaluate;
    return frame => {
      return whenSettled(evaluate(frame), value => {
        watch.see(value);
        return value;
      });
    };
  }

  block(statements: readonly Statement[], scope: Scope): Execute {
    return compileBlock(this, statements, scope);
  }
}
