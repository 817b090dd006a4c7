/**
 * The syntax tree of Python programs: the classes and fields of CPython 3.12's `ast` module, as
 * unions discriminated on `kind`.
 *
 * Names of kinds and fields are CPython's own (https://docs.python.org/3.12/library/ast.html), snake case
 * included, so that its documentation describes this tree too. Four things differ: every node has a `span`;
 * definitions carry a `nameSpan`; constants are tagged (`ConstantValue`); and a statement that could not
 * be understood is an `Invalid` node, so that the rest of a broken file still has a tree.
 */

export * from './syntax/expressions.ts';
export * from './syntax/nodes.ts';
export * from './syntax/parts.ts';
export * from './syntax/patterns.ts';
export * from './syntax/places.ts';
export * from './syntax/problems.ts';
export * from './syntax/statements.ts';
