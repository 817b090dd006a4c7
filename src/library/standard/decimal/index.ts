/** The module decimal. */
import { PyClass } from '../../../python/classes.ts';
import { method, type NativeFunction, named, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { LibraryModule } from '../../../python/modules.ts';
import type { Value } from '../../../python/values.ts';
import { add, divide, divideWhole, multiply, quantize, remainder, subtract } from './arithmetic.ts';
import * as contexts from './context.ts';
import { configure, contextClass, contextOf } from './contextClass.ts';
import { decimalClass, fitted } from './decimalClass.ts';
import { operations } from './decimalMethods.ts';
import { convert, PyDecimal } from './decimalValue.ts';
import { power } from './transcendental.ts';

const two = { add, subtract, multiply, divide, divide_int: divideWhole, remainder, power, ...operations.two };

/** The operations as methods of a context. */
function contextMethods(): NativeFunction[] {
  const number = (py: Interpreter, self: Value, value: Value) => convert(py, value, self as contexts.Context);
  return [
    ...Object.entries(operations.one).map(([name, operation]) =>
      method(
        `${name}(self, a, /)`,
        ([self, a], py) => new PyDecimal(operation(py, self as contexts.Context, number(py, self, a))),
      ),
    ),
    ...Object.entries(two).map(([name, operation]) =>
      method(
        `${name}(self, a, b, /)`,
        ([self, a, b], py) =>
          new PyDecimal(operation(py, self as contexts.Context, number(py, self, a), number(py, self, b))),
      ),
    ),
    method('quantize(self, a, b, /)', ([self, a, b], py) => {
      const context = self as contexts.Context;
      return new PyDecimal(quantize(py, context, number(py, self, a), number(py, self, b), context.rounding));
    }),
    ...['create_decimal', 'create_decimal_from_float', 'plus'].map(name =>
      method(`${name}(self, num='0', /)`, ([self, value], py) =>
        fitted(py, self as contexts.Context, number(py, self, value)),
      ),
    ),
    method('to_sci_string(self, a, /)', ([, a], py) => py.str(a)),
  ];
}
for (const [name, item] of named(...contextMethods())) contextClass.attributes.map.set(name, item);

const functions = [
  native('getcontext()', (_args, py) => contextOf(py, null)),
  native('setcontext(context, /)', ([context], py) => {
    py.state(contexts.currentContext).context = contextOf(py, context);
    return null;
  }),
  native(
    '_configured(context, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)',
    ([context, ...given], py) => {
      const copy = contextOf(py, context).copy(py);
      configure(py, copy, given);
      return copy;
    },
  ),
];

const SOURCE = `
from collections import namedtuple as _namedtuple

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


class _ContextManager:
    def __init__(self, context):
        self.new_context = context

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, *details):
        setcontext(self.saved_context)


def localcontext(ctx=None, **kwargs):
    return _ContextManager(_configured(ctx, **kwargs))


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
`;

export const module: LibraryModule = {
  name: 'decimal',
  aliases: ['_decimal', '_pydecimal'],
  entries: () => [
    ['Decimal', decimalClass],
    ['Context', contextClass],
    ...named(...functions),
    ...Object.values(contexts)
      .filter(value => value instanceof PyClass)
      .filter(
        ({ name }) =>
          !['ConversionSyntax', 'DivisionImpossible', 'DivisionUndefined', 'InvalidContext'].includes(name),
      )
      .map((cls): [string, Value] => [cls.name, cls]),
    ...contexts.ROUNDINGS.map((name): [string, Value] => [name, name]),
    ['MAX_PREC', 999999999999999999n],
    ['MAX_EMAX', 999999999999999999n],
    ['MIN_EMIN', -999999999999999999n],
    ['MIN_ETINY', -1999999999999999997n],
    ['HAVE_THREADS', true],
    ['HAVE_CONTEXTVAR', true],
  ],
  source: SOURCE,
};
