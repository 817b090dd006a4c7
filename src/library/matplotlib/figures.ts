/** Where a script's figures go: to whoever shows them, and into files; nowhere under analysis. */

import { rgbOf } from '../../figures/colors.ts';
import type { Figure } from '../../figures/figure.ts';
import { axesBounds } from '../../figures/figureShapes.ts';
import type { PictureFormat } from '../../figures/pictureFile.ts';
import { textWidth } from '../../figures/words.ts';
import { MemoryError, raise } from '../../python/errors.ts';
import { named, native, suspendable } from '../../python/functions.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import { ListedNames } from '../../python/listedNames.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { wait } from '../../python/suspension.ts';
import { PyBytes, PyFloat, PyList, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { attributeNames } from './attributeNames.ts';
import { plainOf } from './plainValues.ts';

/** Draws figures. The run's owner sets `current` before the script starts; without one they are not shown. */
export const figureSinkKey = new StateKey<{ current: ((figure: Figure) => void) | null }>(
  'matplotlib.figures',
  () => ({ current: null }),
);

/** Shows the figures that the script drew and never showed; call it when the script has ended. */
export function showRemainingFigures(py: Interpreter): void {
  const show = py.modules.get('matplotlib.pyplot')?.attributes.map.get('show');
  if (show !== undefined && py.state(figureSinkKey).current !== null) py.call(show, []);
}

/** The line of the script that is being executed. */
function scriptLine(py: Interpreter): number | null {
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    if (frame.file.isScript) return frame.span?.start.line ?? null;
  }
  return null;
}

/** The figure that the Python side describes in the same words. */
function figureOf(value: Value, line: number | null, py: Interpreter): Figure {
  return { ...(plainOf(value, py) as Omit<Figure, 'line'>), line };
}

/** What a picture too large for the memory is in Python. */
function tooLarge<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw raise(MemoryError, error.message);
    throw error;
  }
}

const running = native('running()', (_args, py) => py.running);

const unknown = native('unknown(reason)', ([reason]) => new Unknown(String(reason)));

const listed = {
  axes: new ListedNames(attributeNames['matplotlib.axes.Axes']),
  figure: new ListedNames(attributeNames['matplotlib.figure.Figure']),
};

/** Whether a name is none of axes or figures, and close to one of theirs. */
const misspelt = native('misspelt(kind, name)', ([kind, name]) =>
  listed[kind as keyof typeof listed].isMisspelt(String(name)),
);

const shown = native('shown()', (_args, py) => py.running && py.state(figureSinkKey).current !== null);

const send = native('send(figure)', ([figure], py) => {
  const sink = py.state(figureSinkKey).current;
  if (py.running && sink !== null) sink(figureOf(figure!, scriptLine(py), py));
  return null;
});

const encode = suspendable(
  'encode(figure, format, dpi, paper, fitted)',
  function* ([figure, format, dpi, paper, fitted], py) {
    const { pictureFile } = yield* wait(import('../../figures/pictureFile.ts'));
    const options = {
      format: py.str(format!) as PictureFormat,
      dpi: plainOf(dpi!, py) as number,
      paper: paper === null ? null : py.str(paper!),
      fitted: plainOf(fitted!, py) as number | null,
    };
    return tooLarge(() => new PyBytes(pictureFile(figureOf(figure!, null, py), options)));
  },
);

/** The characters that a file of the figure cannot show; one text. */
const missing = suspendable('missing(figure)', function* ([figure], py) {
  const { missingCharacters } = yield* wait(import('../../figures/pictureFile.ts'));
  return missingCharacters(figureOf(figure!, null, py)).join('');
});

const pixels = suspendable('pixels(figure, dpi, paper)', function* ([figure, dpi, paper], py) {
  const { figurePixels } = yield* wait(import('../../figures/pictureFile.ts'));
  const background = paper === null ? null : py.str(paper!);
  const drawn = tooLarge(() =>
    figurePixels(figureOf(figure!, null, py), plainOf(dpi!, py) as number, background),
  );
  return new PyTuple([drawn.width, drawn.height, new PyBytes(new Uint8Array(drawn.data))]);
});

/** Left, right, bottom and top of all that belongs to each axes, in points from the lower left corner. */
const bounds = native('bounds(figure)', ([described], py) => {
  const figure = figureOf(described!, null, py);
  const whole = { width: figure.width * 72, height: figure.height * 72 };
  return new PyList(
    figure.axes.map(axes => {
      const { left, right, bottom, top } = axesBounds(axes, whole);
      const sides = [left, right, whole.height - bottom, whole.height - top];
      return new PyTuple(sides.map(side => new PyFloat(side)));
    }),
  );
});

const wide = native('wide(text, size)', ([text, size], py) => {
  return new PyFloat(textWidth(py.str(text!), plainOf(size!, py) as number));
});

const rgb = native('rgb(color)', ([color], py) => {
  const found = rgbOf(py.str(color!));
  return found === null ? null : new PyTuple(found.map(part => new PyFloat(part / 255)));
});

export const figuresModule: LibraryModule = {
  name: 'matplotlib._figures',
  entries: () => named(running, misspelt, shown, unknown, send, encode, missing, pixels, bounds, wide, rgb),
};
