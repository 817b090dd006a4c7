/** The module ast, as far as scripts use it: reading literals. */

import { PyDict, PySet } from '../../python/collections.ts';
import { SyntaxError as PySyntaxError, raise, ValueError } from '../../python/errors.ts';
import { constantValue } from '../../python/evaluate/expressions.ts';
import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { addressOf } from '../../python/operations/text.ts';
import { type Expression, problemMessage } from '../../python/syntax.ts';
import { objectClass } from '../../python/types.ts';
import {
  NotKnown,
  PyComplex,
  PyFloat,
  PyInstance,
  PyList,
  PyTuple,
  Unknown,
  type Value,
} from '../../python/values.ts';

function malformed(node: Expression): Error {
  const address = addressOf(new PyInstance(objectClass));
  const place = `on line ${node.span.start.line}: <ast.${node.kind} object at ${address}>`;
  return raise(ValueError, `malformed node or string ${place}`);
}

function syntaxError(text: string, line: number): Error {
  return raise(PySyntaxError, `${text} (<unknown>, line ${line})`);
}

function isNumber(value: Value): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof PyFloat ||
    value instanceof PyComplex
  );
}

/** The value of an expression that is made of literals alone. */
function literal(py: Interpreter, node: Expression): Value {
  switch (node.kind) {
    case 'Constant':
      return constantValue(node.value);
    case 'Tuple':
      return new PyTuple(node.elts.map(each => literal(py, each)));
    case 'List':
      return new PyList(node.elts.map(each => literal(py, each)));
    case 'Set': {
      const set = new PySet();
      for (const each of node.elts) set.add(literal(py, each), py.keyRules);
      return set;
    }
    case 'Dict': {
      const dict = new PyDict();
      node.keys.forEach((key, index) => {
        if (key === null) throw raise(ValueError, 'malformed node or string: None');
        dict.set(literal(py, key), literal(py, node.values[index]), py.keyRules);
      });
      return dict;
    }
    case 'Call':
      if (
        node.func.kind === 'Name' &&
        node.func.id === 'set' &&
        node.args.length + node.keywords.length === 0
      ) {
        return new PySet();
      }
      throw malformed(node);
    case 'UnaryOp': {
      const value = node.op === 'USub' || node.op === 'UAdd' ? literal(py, node.operand) : null;
      if (!isNumber(value)) throw malformed(value === null ? node : node.operand);
      return node.op === 'UAdd' ? value : py.callMethod(value, '__neg__');
    }
    case 'BinOp': {
      if (node.op !== 'Add' && node.op !== 'Sub') throw malformed(node);
      const [left, right] = [literal(py, node.left), literal(py, node.right)];
      if (!isNumber(left) || left instanceof PyComplex || !(right instanceof PyComplex))
        throw malformed(node);
      return py.binary(node.op, left, right);
    }
    default:
      throw malformed(node);
  }
}

export const module: LibraryModule = {
  name: 'ast',
  entries: () =>
    named(
      native('literal_eval(node_or_string)', ([source], py) => {
        if (source instanceof Unknown) throw new NotKnown(source.reason);
        if (typeof source !== 'string')
          throw raise(ValueError, `malformed node or string: ${py.repr(source)}`);
        const { module: tree, errors } = py.parse(source.replace(/^[ \t]+/, ''));
        const [problem] = errors;
        if (problem !== undefined) throw syntaxError(problemMessage(problem), problem.span.start.line);
        const [statement] = tree.body;
        if (tree.body.length !== 1 || statement.kind !== 'Expr') throw syntaxError('invalid syntax', 1);
        return literal(py, statement.value);
      }),
    ),
  unmodelled: 'all',
};
