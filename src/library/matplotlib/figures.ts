/** Where a script's figures go: the run's owner draws them; nobody does under analysis. */

import type { PyDict } from '../../python/collections.ts';
import { named, native } from '../../python/functions.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import type { Value } from '../../python/values.ts';
import { toArray } from '../numpy/conversion.ts';
import { float32Of } from '../numpy/ndarray.ts';

interface Drawn {
  label: string;
  /** As the script named it; null for the next one of the cycle. */
  color: string | null;
}

interface Curve extends Drawn {
  x: Float32Array;
  y: Float32Array;
}

/** One thing drawn on a figure's axes, in data coordinates; image values are 0..1, row by row. */
type FigurePrimitive =
  | (Curve & { kind: 'line'; dashed: boolean; markers: boolean })
  | (Curve & { kind: 'points'; size: number })
  | (Drawn & { kind: 'bars'; x: Float32Array; height: Float32Array; width: number })
  | { kind: 'image'; rows: number; columns: number; channels: number; values: Float32Array }
  | { kind: 'text'; x: number; y: number; text: string };

interface FigureAxes {
  title: string;
  xLabel: string;
  yLabel: string;
  legend: boolean;
  primitives: FigurePrimitive[];
}

/** A figure as the script left it when it was shown: `rows` x `columns` axes in reading order. */
export interface ShownFigure {
  figure: number;
  rows: number;
  columns: number;
  axes: FigureAxes[];
  /** Line of the script that showed it; null for one that was never shown. */
  line: number | null;
}

/** Draws figures. The run's owner sets `current` before the script starts; without one they are dropped. */
export const figureSinkKey = new StateKey<{ current: ((figure: ShownFigure) => void) | null }>(
  'matplotlib.figures',
  () => ({ current: null }),
);

/** Shows the figures that the script drew and never showed; call it when the script has ended. */
export function showRemainingFigures(py: Interpreter): void {
  const show = py.modules.get('matplotlib.pyplot')?.attributes.map.get('show');
  if (show !== undefined && py.state(figureSinkKey).current !== null) py.call(show, []);
}

function text(entries: PyDict, py: Interpreter, name: string): string {
  const value = entries.get(name, py.keyRules) ?? null;
  return value === null ? '' : py.str(value);
}

function numbers(entries: PyDict, py: Interpreter, name: string): Float32Array {
  return float32Of(toArray(entries.get(name, py.keyRules) ?? null, py)) ?? new Float32Array(0);
}

function number(entries: PyDict, py: Interpreter, name: string): number {
  return numbers(entries, py, name)[0] ?? 0;
}

function primitiveOf(entries: PyDict, py: Interpreter): FigurePrimitive {
  const color = entries.get('color', py.keyRules) ?? null;
  const drawn = { label: text(entries, py, 'label'), color: color === null ? null : py.str(color) };
  const kind = entries.get('kind', py.keyRules);
  switch (kind) {
    case 'line':
      return {
        kind,
        x: numbers(entries, py, 'x'),
        y: numbers(entries, py, 'y'),
        ...drawn,
        dashed: entries.get('dashed', py.keyRules) === true,
        markers: entries.get('markers', py.keyRules) === true,
      };
    case 'points':
      return {
        kind,
        x: numbers(entries, py, 'x'),
        y: numbers(entries, py, 'y'),
        ...drawn,
        size: number(entries, py, 'size'),
      };
    case 'bars':
      return {
        kind,
        x: numbers(entries, py, 'x'),
        height: numbers(entries, py, 'height'),
        width: number(entries, py, 'width'),
        ...drawn,
      };
    case 'image':
      return {
        kind,
        rows: number(entries, py, 'rows'),
        columns: number(entries, py, 'columns'),
        channels: number(entries, py, 'channels'),
        values: numbers(entries, py, 'values'),
      };
    default:
      return {
        kind: 'text',
        x: number(entries, py, 'x'),
        y: number(entries, py, 'y'),
        text: text(entries, py, 'text'),
      };
  }
}

function axesOf(value: Value, py: Interpreter): FigureAxes {
  const entries = value as PyDict;
  return {
    title: text(entries, py, 'title'),
    xLabel: text(entries, py, 'x_label'),
    yLabel: text(entries, py, 'y_label'),
    legend: entries.get('legend', py.keyRules) === true,
    primitives: py
      .collect(entries.get('primitives', py.keyRules) ?? null)
      .map(item => primitiveOf(item as PyDict, py)),
  };
}

/** The line of the script that is being executed. */
function scriptLine(py: Interpreter): number | null {
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    if (frame.file.isScript) return frame.span?.start.line ?? null;
  }
  return null;
}

const lineOfScript = native('script_line()', (_args, py) => scriptLine(py));

const running = native('running()', (_args, py) => py.running);

const send = native('send(figure, rows, columns, axes, line)', ([figure, rows, columns, axes, line], py) => {
  const sink = py.state(figureSinkKey).current;
  if (!py.running || sink === null) return null;
  sink({
    figure: Number(figure),
    rows: Number(rows),
    columns: Number(columns),
    axes: py.collect(axes).map(item => axesOf(item, py)),
    line: line === null ? null : Number(line),
  });
  return null;
});

export const figuresModule: LibraryModule = {
  name: 'matplotlib._figures',
  entries: () => named(lineOfScript, running, send),
};
