/** Where a script's figures go: to whoever shows them, and into files; nowhere under analysis. */

import { rgbOf } from '../../figures/colors.ts';
import type { Figure, FigureAxes, FigurePrimitive, FigureScale, Shares } from '../../figures/figure.ts';
import type { PictureFormat } from '../../figures/pictureFile.ts';
import type { PyDict } from '../../python/collections.ts';
import { MemoryError, raise } from '../../python/errors.ts';
import { named, native, suspendable } from '../../python/functions.ts';
import { type Interpreter, StateKey } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { wait } from '../../python/suspension.ts';
import { PyBytes, PyFloat, PyTuple, Unknown, type Value } from '../../python/values.ts';
import { toArray } from '../numpy/conversion.ts';
import { float32Of } from '../numpy/ndarray.ts';

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

  /** A text, or null for None. */
  choice(name: string): string | null {
    return this.value(name) === null ? null : this.text(name);
  }

  isTrue(name: string): boolean {
    return this.value(name) === true;
  }

  numbers(name: string): Float32Array {
    return float32Of(toArray(this.value(name), this.py)) ?? new Float32Array(0);
  }

  /** The numbers, or null for None. */
  someNumbers(name: string): Float32Array | null {
    return this.value(name) === null ? null : this.numbers(name);
  }

  number(name: string, otherwise = 0): number {
    return this.someNumber(name) ?? otherwise;
  }

  someNumber(name: string): number | null {
    const value = this.value(name);
    if (value === null) return null;
    if (typeof value === 'number') return value;
    return value instanceof PyFloat ? value.value : (this.numbers(name)[0] ?? 0);
  }

  texts(name: string): string[] {
    return this.list(name).map(each => this.py.str(each));
  }

  list(name: string): Value[] {
    return this.py.collect(this.value(name));
  }

  drawn() {
    const opacity = this.number('alpha', 1);
    return { label: this.text('label'), color: this.choice('color'), right: this.isTrue('right'), opacity };
  }

  shares(): Shares {
    return this.text('shares') as Shares;
  }

  curve() {
    return { ...this.drawn(), x: this.numbers('x'), y: this.numbers('y'), shares: this.shares() };
  }
}

function primitiveOf(entries: Entries): FigurePrimitive {
  const kind = entries.text('kind');
  switch (kind) {
    case 'line':
      return {
        kind,
        ...entries.curve(),
        width: entries.number('width', 1.5),
        dash: entries.text('dash') as 'solid',
        marker: entries.text('marker'),
        markerSize: entries.number('size', 6),
      };
    case 'points':
      return {
        kind,
        ...entries.curve(),
        marker: entries.text('marker'),
        sizes: entries.numbers('size'),
        colors: entries.someNumbers('colors') ?? new Float32Array(0),
      };
    case 'area':
      return { kind, ...entries.curve(), edge: entries.choice('edge') };
    case 'bars':
      return {
        kind,
        ...entries.drawn(),
        x: entries.numbers('x'),
        height: entries.numbers('height'),
        bottom: entries.numbers('bottom'),
        widths: entries.numbers('width'),
        horizontal: entries.isTrue('horizontal'),
        edge: entries.choice('edge'),
      };
    case 'mesh': {
      const [x, y] = [entries.numbers('x'), entries.numbers('y')];
      const corners = entries.number('corners');
      const colors = entries.numbers('colors');
      return { kind, ...entries.drawn(), corners, x, y, colors, edge: entries.choice('edge') };
    }
    case 'arrows':
      return {
        kind,
        ...entries.curve(),
        dx: entries.numbers('dx'),
        dy: entries.numbers('dy'),
        width: entries.number('width', 1),
      };
    case 'image':
      return imageOf(entries);
    default:
      return textOf(entries);
  }
}

function imageOf(entries: Entries): FigurePrimitive {
  return {
    kind: 'image',
    rows: entries.number('rows'),
    columns: entries.number('columns'),
    channels: entries.number('channels'),
    values: entries.numbers('values'),
    left: entries.number('left'),
    rightEdge: entries.number('right_edge'),
    bottom: entries.number('bottom'),
    top: entries.number('top'),
  };
}

function textOf(entries: Entries): FigurePrimitive {
  return {
    kind: 'text',
    x: entries.number('x'),
    y: entries.number('y'),
    text: entries.text('text'),
    align: entries.text('align') as 'start',
    vertical: entries.text('vertical') as 'top',
    size: entries.number('size', 10),
    bold: entries.isTrue('bold'),
    color: entries.choice('color'),
    angle: entries.number('angle'),
    shares: entries.shares(),
    box: entries.choice('box'),
  };
}

function scaleOf(value: Value, py: Interpreter): FigureScale {
  const entries = new Entries(value, py);
  return {
    low: entries.someNumber('low'),
    high: entries.someNumber('high'),
    log: entries.isTrue('log'),
    ticks: entries.someNumbers('ticks'),
    names: entries.texts('names'),
    marked: entries.isTrue('marked'),
    named: entries.isTrue('named'),
    angle: entries.number('angle'),
    size: entries.number('size', 10),
  };
}

function axesOf(value: Value, py: Interpreter): FigureAxes {
  const entries = new Entries(value, py);
  const right = entries.value('right');
  const place = new Entries(entries.value('place'), py);
  return {
    place: {
      row: place.number('row'),
      column: place.number('column'),
      rows: place.number('rows'),
      columns: place.number('columns'),
    },
    title: entries.text('title'),
    titleSize: entries.number('title_size', 12),
    xLabel: entries.text('x_label'),
    yLabel: entries.text('y_label'),
    rightLabel: entries.text('right_label'),
    labelSize: entries.number('label_size', 10),
    legend: entries.isTrue('legend'),
    legendPlace: entries.text('legend_place'),
    legendTitle: entries.text('legend_title'),
    grid: entries.text('grid') as 'both',
    bare: entries.isTrue('bare'),
    equal: entries.text('equal') as 'axes',
    sides: entries.texts('sides'),
    face: entries.choice('face'),
    x: scaleOf(entries.value('x'), py),
    y: scaleOf(entries.value('y'), py),
    right: right === null ? null : scaleOf(right, py),
    colorBar: colorBarOf(entries.value('color_bar'), py),
    primitives: entries.list('primitives').map(item => primitiveOf(new Entries(item, py))),
  };
}

function colorBarOf(value: Value, py: Interpreter): FigureAxes['colorBar'] {
  if (value === null) return null;
  const entries = new Entries(value, py);
  return {
    low: entries.number('low'),
    high: entries.number('high'),
    colors: entries.texts('colors'),
    label: entries.text('label'),
    ticks: entries.someNumbers('ticks'),
    names: entries.texts('names'),
  };
}

function figureOf(value: Value, line: number | null, py: Interpreter): Figure {
  const entries = new Entries(value, py);
  return {
    figure: entries.number('figure'),
    title: entries.text('title'),
    titleSize: entries.number('title_size', 12),
    rows: entries.number('rows'),
    columns: entries.number('columns'),
    width: entries.number('width'),
    height: entries.number('height'),
    axes: entries.list('axes').map(item => axesOf(item, py)),
    line,
  };
}

/** The line of the script that is being executed. */
function scriptLine(py: Interpreter): number | null {
  for (let frame = py.frame; frame !== null; frame = frame.caller) {
    if (frame.file.isScript) return frame.span?.start.line ?? null;
  }
  return null;
}

const running = native('running()', (_args, py) => py.running);

const unknown = native('unknown(reason)', ([reason]) => new Unknown(String(reason)));

const shown = native('shown()', (_args, py) => py.running && py.state(figureSinkKey).current !== null);

const send = native('send(figure)', ([figure], py) => {
  const sink = py.state(figureSinkKey).current;
  if (py.running && sink !== null) sink(figureOf(figure!, scriptLine(py), py));
  return null;
});

const encode = suspendable(
  'encode(figure, format, dpi, paper)',
  function* ([figure, format, dpi, paper], py) {
    const { pictureFile } = yield* wait(import('../../figures/pictureFile.ts'));
    const options = {
      format: py.str(format!) as PictureFormat,
      dpi: dpi instanceof PyFloat ? dpi.value : Number(dpi),
      paper: paper === null ? null : py.str(paper!),
    };
    try {
      return new PyBytes(pictureFile(figureOf(figure!, null, py), options));
    } catch (error) {
      if (error instanceof RangeError) throw raise(MemoryError, error.message);
      throw error;
    }
  },
);

const rgb = native('rgb(color)', ([color], py) => {
  const found = rgbOf(py.str(color!));
  return found === null ? null : new PyTuple(found.map(part => new PyFloat(part / 255)));
});

export const figuresModule: LibraryModule = {
  name: 'matplotlib._figures',
  entries: () => named(running, shown, unknown, send, encode, rgb),
};
