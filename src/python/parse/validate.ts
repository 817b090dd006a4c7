import type { Module, SyntaxProblem } from '../syntax.ts';
export function checkProgram(_module: Module): SyntaxProblem[] { return []; }
