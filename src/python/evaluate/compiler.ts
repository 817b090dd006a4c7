/** One file being compiled: its scopes, and the entry points of the mutually recursive compile functions. */
import type { Expression, Module, Node, Statement } from '../syntax.ts';
import type { Evaluate, Execute } from './code.ts';
import { compileExpression } from './expressions.ts';
import type { SourceFile } from './frame.ts';
import { resolveScopes, type Scope, type ScopeTable } from './scopes.ts';
import { compileBlock } from './statements.ts';

export class Compiler {
  readonly file: SourceFile;
  private readonly scopes: ScopeTable;

  constructor(module: Module, file: SourceFile) {
    this.file = file;
    this.scopes = resolveScopes(module);
  }

  scope(node: Node): Scope {
    const scope = this.scopes.get(node);
    if (!scope) throw new Error(`${node.kind} opens no scope`);
    return scope;
  }

  expression(node: Expression, scope: Scope): Evaluate {
    return compileExpression(this, node, scope);
  }

  block(statements: readonly Statement[], scope: Scope): Execute {
    return compileBlock(this, statements, scope);
  }
}
