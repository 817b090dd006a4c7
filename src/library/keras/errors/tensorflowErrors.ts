/** `tensorflow.errors`: what TensorFlow's operations raise when they run. */
import { PyClass } from '../../../python/classes.ts';
import { Exception, IndexError, ValueError } from '../../../python/errors.ts';
import { property } from '../../../python/functions.ts';
import { PyTuple } from '../../../python/values.ts';

const module = 'tensorflow.python.framework.errors_impl';

const opErrorClass = new PyClass(
  'OpError',
  [Exception],
  [
    property('message', (error, py) => py.str(error)),
    property('op', () => null),
    property('node_def', () => null),
  ],
  { module },
);

function define(name: string, code: number): PyClass {
  return new PyClass(name, [opErrorClass], [property('error_code', () => code)], { module });
}

export const invalidArgumentErrorClass = define('InvalidArgumentError', 3);
// Most functions here raise what Keras raises on every backend; TensorFlow's own error is caught in its place.
invalidArgumentErrorClass.attributes.map.set('_also_catches', new PyTuple([ValueError, IndexError]));

/** The classes by name; the numbers are those of gRPC's status codes. */
export const tensorflowErrors: readonly (readonly [string, PyClass])[] = [
  ['OpError', opErrorClass] as const,
  ['InvalidArgumentError', invalidArgumentErrorClass] as const,
  ...(
    [
      ['CancelledError', 1],
      ['UnknownError', 2],
      ['DeadlineExceededError', 4],
      ['NotFoundError', 5],
      ['AlreadyExistsError', 6],
      ['PermissionDeniedError', 7],
      ['ResourceExhaustedError', 8],
      ['FailedPreconditionError', 9],
      ['AbortedError', 10],
      ['OutOfRangeError', 11],
      ['UnimplementedError', 12],
      ['InternalError', 13],
      ['UnavailableError', 14],
      ['DataLossError', 15],
      ['UnauthenticatedError', 16],
    ] as const
  ).map(([name, code]) => [name, define(name, code)] as const),
];

const OF_RUNNING = 'Graph execution error:';

/** What a kernel says within a step of `fit`, `evaluate` or `predict`, which TensorFlow runs as a graph. */
export function whileRunning(text: string): string {
  return `${OF_RUNNING}\n\n${text}`;
}

/** Whether a kernel said it within a step. */
export function isOfRunning(text: string): boolean {
  return text.startsWith(OF_RUNNING);
}
