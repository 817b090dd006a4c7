/** Draws what a chart has beside its curves: horizontal lines to compare with and their names, and seams. */
import type uPlot from 'uplot';
import type { ChartModel } from './chart-model.ts';
import { labelPlace, type Polyline } from './label-place.ts';
import { themeColor } from './theme.ts';

/** The lines, which lie behind the curves. */
export function drawBaselines(plot: uPlot, model: ChartModel, color: string): void {
  const context = plot.ctx;
  const { left, top, width, height } = plot.bbox;
  const ratio = devicePixelRatio;
  context.save();
  context.strokeStyle = color;
  context.lineWidth = ratio;
  context.setLineDash([2 * ratio, 3 * ratio]);
  for (const { y } of placesOf(plot, model)) {
    line(context, left, y, left + width, y);
  }
  context.setLineDash([]);
  for (const seam of model.seams) {
    const x = Math.round(plot.valToPos(seam, 'x', true)) + 0.5;
    line(context, x, top, x, top + height);
  }
  context.restore();
}

/** The lines' names, in front of the curves where no place is free of them. */
export function drawBaselineNames(plot: uPlot, model: ChartModel, color: string): void {
  const places = placesOf(plot, model);
  if (places.length === 0) {
    return;
  }
  const context = plot.ctx;
  const ratio = devicePixelRatio;
  const curves = curvesOf(plot);
  context.save();
  context.font = `${11 * ratio}px ${themeColor('--vscode-font-family') || 'sans-serif'}`;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.fillStyle = color;
  context.strokeStyle = themeColor('--vscode-editor-background');
  context.lineWidth = 4 * ratio;
  context.lineJoin = 'round';
  for (const { label, y } of places) {
    const size = { width: context.measureText(label).width, height: 12 * ratio };
    const place = labelPlace(curves, plot.bbox, y, size);
    if (place !== null) {
      context.strokeText(label, place.left, place.top);
      context.fillText(label, place.left, place.top);
    }
  }
  context.restore();
}

/** The lines within the plot, with their heights on the canvas. */
function placesOf(plot: uPlot, model: ChartModel): { label: string; y: number }[] {
  const { top, height } = plot.bbox;
  return model.baselines
    .map(({ label, value }) => ({ label, y: Math.round(plot.valToPos(value, 'y', true)) + 0.5 }))
    .filter(({ y }) => y >= top && y <= top + height);
}

/** The curves that are shown, on the canvas. */
function curvesOf(plot: uPlot): Polyline[] {
  const xs = Array.from(plot.data[0], x => plot.valToPos(x, 'x', true));
  const points = (column: uPlot.AlignedData[number]): [number, number][] =>
    Array.from(column).flatMap((value, at) =>
      value === null || value === undefined ? [] : [[xs[at]!, plot.valToPos(value, 'y', true)]],
    );
  return plot.data
    .slice(1)
    .flatMap((column, index) => (plot.series[index + 1]!.show ? [points(column)] : []));
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
