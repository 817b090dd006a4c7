/** Where a script's figures go: the run's owner draws them; nobody does under analysis. */

import type { PyDict } from '../../python/collections.ts';
import { named, native } from '../../python/functions.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { Unknown, type Value } from '../../python/values.ts';
import { toArray } from '../numpy/conversion.ts';
import { float32Of } from '../numpy/ndarray.ts';

interface Drawn {
  label: string;
  /** As the script named it; null for the next one of the cycle. */
  color: string | null;
  /** Measured by the second vertical axis. */
  right: boolean;
}

interface Curve extends Drawn {
  x: Float32Array;
  y: Float32Array;
}

/** One thing drawn on a figure's axes, in data coordinates; image values are 0..1, row by row from the top. */
type FigurePrimitive =
  | (Curve & { kind: 'line'; dashed: boolean; markers: boolean })
  | (Curve & { kind: 'points'; size: number })
  | (Curve & { kind: 'area'; opacity: number })
  | (Drawn & {
      kind: 'bars';
      x: Float32Array;
      height: Float32Array;
      bottom: Float32Array;
      width: number;
      horizontal: boolean;
    })
  | {
      kind: 'image';
      rows: number;
      columns: number;
      channels: number;
      values: Float32Array;
      left: number;
      rightEdge: number;
      bottom: number;
      top: number;
    }
  | { kind: 'text'; x: number; y: number; text: string; align: 'start' | 'middle' | 'end' };

/** How an axis is scaled and marked; null leaves it to the data. */
interface FigureScale {
  low: number | null;
  high: number | null;
  log: boolean;
  ticks: Float32Array | null;
  names: string[];
}

interface FigureAxes {
  title: string;
  xLabel: string;
  yLabel: string;
  rightLabel: string;
  legend: boolean;
  grid: boolean;
  bare: boolean;
  equal: boolean;
  x: FigureScale;
  y: FigureScale;
  right: FigureScale | null;
  colorBar: { low: number; high: number; colors: string[]; label: string } | null;
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

/** Reads what the Python side gathered under its names. */
class Entries {
  private readonly dict: PyDict;
  private readonly py: Interpreter;

  constructor(value: Value, py: Interpreter) {
    this.dict = value as PyDict;
    this.py = py;
  }

  value(name: string): Value {
    return this.dict.get(name, this.py.keyRules) ?? null;
  }

  text(name: string): string {
    const value = this.value(name);
    return value === null ? '' : this.py.str(value);
  }

  isTrue(name: string): boolean {
    return this.value(name) === true;
  }

  numbers(name: string): Float32Array {
    return float32Of(toArray(this.value(name), this.py)) ?? new Float32Array(0);
  }

  number(name: string): number {
    return this.numbers(name)[0] ?? 0;
  }

  texts(name: string): string[] {
    return this.py.collect(this.value(name)).map(each => this.py.str(each));
  }

  color(): string | null {
    return this.value('color') === null ? null : this.text('color');
  }
}

function primitiveOf(entries: Entries): FigurePrimitive {
  const drawn = { label: entries.text('label'), color: entries.color(), right: entries.isTrue('right') };
  const kind = entries.value('kind');
  switch (kind) {
    case 'line':
      return {
        kind,
        x: entries.numbers('x'),
        y: entries.numbers('y'),
        ...drawn,
        dashed: entries.isTrue('dashed'),
        markers: entries.isTrue('markers'),
      };
    case 'points':
      return {
        kind,
        x: entries.numbers('x'),
        y: entries.numbers('y'),
        ...drawn,
        size: entries.number('size'),
      };
    case 'area':
      return {
        kind,
        x: entries.numbers('x'),
        y: entries.numbers('y'),
        ...drawn,
        opacity: entries.number('opacity'),
      };
    case 'bars':
      return {
        kind,
        x: entries.numbers('x'),
        height: entries.numbers('height'),
        bottom: entries.numbers('bottom'),
        width: entries.number('width'),
        ...drawn,
        horizontal: entries.isTrue('horizontal'),
      };
    case 'image':
      return {
        kind,
        rows: entries.number('rows'),
        columns: entries.number('columns'),
        channels: entries.number('channels'),
        values: entries.numbers('values'),
        left: entries.number('left'),
        rightEdge: entries.number('right_edge'),
        bottom: entries.number('bottom'),
        top: entries.number('top'),
      };
    default:
      return {
        kind: 'text',
        x: entries.number('x'),
        y: entries.number('y'),
        text: entries.text('text'),
        align: entries.text('align') as 'start' | 'middle' | 'end',
      };
  }
}

function scaleOf(value: Value, py: Interpreter): FigureScale {
  const entries = new Entries(value, py);
  const end = (name: string): number | null => (entries.value(name) === null ? null : entries.number(name));
  return {
    low: end('low'),
    high: end('high'),
    log: entries.isTrue('log'),
    ticks: entries.value('ticks') === null ? null : entries.numbers('ticks'),
    names: entries.texts('names'),
  };
}

function axesOf(value: Value, py: Interpreter): FigureAxes {
  const entries = new Entries(value, py);
  const right = entries.value('right');
  return {
    title: entries.text('title'),
    xLabel: entries.text('x_label'),
    yLabel: entries.text('y_label'),
    rightLabel: entries.text('right_label'),
    legend: entries.isTrue('legend'),
    grid: entries.isTrue('grid'),
    bare: entries.isTrue('bare'),
    equal: entries.isTrue('equal'),
    x: scaleOf(entries.value('x'), py),
    y: scaleOf(entries.value('y'), py),
    right: right === null ? null : scaleOf(right, py),
    colorBar: colorBarOf(entries),
    primitives: py.collect(entries.value('primitives')).map(item => primitiveOf(new Entries(item, py))),
  };
}

function colorBarOf(entries: Entries): FigureAxes['colorBar'] {
  if (entries.value('bar_colors') === null) return null;
  return {
    low: entries.number('bar_low'),
    high: entries.number('bar_high'),
    colors: entries.texts('bar_colors'),
    label: entries.text('bar_label'),
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

const unknown = native('unknown(reason)', ([reason]) => new Unknown(String(reason)));

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
  entries: () => named(lineOfScript, running, unknown, send),
};
