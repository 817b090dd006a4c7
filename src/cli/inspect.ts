/** `kerascope inspect`: the models of a script with their layers, shapes and parameters, without running it. */
import type {
  AnalysedFit,
  AnalysedLayer,
  AnalysedModel,
  AnalysedProgram,
  AnalysedValue,
} from '../analysis/program.ts';
import { analyseFiles } from './analysis.ts';
import { parseArguments } from './arguments.ts';
import { type CommandEnvironment, UsageError } from './environment.ts';
import { chosenLanguage, type Localise, loadLanguage } from './language.ts';

export const INSPECT_USAGE = 'kerascope inspect [--json] [--lang en|zh-cn] FILE';

export async function inspect(words: readonly string[], environment: CommandEnvironment): Promise<number> {
  const rules = { values: ['--lang'], flags: ['--json'], endAtFirstFile: false };
  const { values, flags, rest: files } = parseArguments(words, rules);
  if (files.length !== 1) throw new UsageError('inspect needs exactly one file');
  const localise = await loadLanguage(chosenLanguage(values.get('--lang'), environment));
  for await (const { program } of analyseFiles(files, environment)) {
    const report = inspection(program, localise);
    environment.stdout.write(
      flags.has('--json') ? `${JSON.stringify(report, null, 2)}\n` : inspectionText(report),
    );
  }
  return 0;
}

/** What `--json` prints; null stands for what is unknown. */
export function inspection(program: AnalysedProgram, localise: Localise) {
  return {
    models: program.models.map(modelReport),
    fits: program.fits.map(fit => fitReport(fit, localise)),
    unknown: program.unknown.map(note => ({ line: note.span.start.line, reason: note.reason })),
  };
}

type Inspection = ReturnType<typeof inspection>;

function modelReport(model: AnalysedModel) {
  return {
    name: model.name,
    line: model.span?.start.line ?? null,
    kind: model.kind,
    inputShape: model.inputShape,
    outputShape: model.outputShape,
    layers: model.layers.map(layerReport),
    params: model.params,
    loss: model.compile?.loss ?? null,
    optimizer: model.compile?.optimizer ?? null,
    metrics: model.compile?.metrics ?? [],
  };
}

function layerReport(layer: AnalysedLayer) {
  return {
    name: layer.name,
    class: layer.className,
    line: layer.span?.start.line ?? null,
    outputShape: layer.outputShape,
    params: layer.params,
  };
}

function fitReport(fit: AnalysedFit, localise: Localise) {
  return {
    line: fit.span.start.line,
    model: fit.model,
    method: fit.method,
    x: fit.x && valueReport(fit.x, localise),
    y: fit.y && valueReport(fit.y, localise),
    epochs: fit.epochs,
    batchSize: fit.batchSize,
  };
}

function valueReport(value: AnalysedValue, localise: Localise) {
  return { type: value.type, shape: value.shape, dtype: value.dtype, facts: value.facts.map(localise) };
}

/** The same for people: a table for each model. */
function inspectionText(report: Inspection): string {
  const lines: string[] = [];
  for (const model of report.models) {
    lines.push(`${model.name} (line ${model.line ?? '?'}), ${model.params ?? '?'} params`);
    const rows = model.layers.map(layer => [
      `${layer.name} (${layer.class})`,
      shapeText(layer.outputShape),
      String(layer.params ?? '?'),
    ]);
    const widths = [0, 1, 2].map(column => Math.max(0, ...rows.map(row => row[column]!.length)));
    for (const row of rows)
      lines.push(
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}`,
      );
    lines.push(`  loss: ${model.loss ?? '-'}, optimizer: ${model.optimizer ?? '-'}`);
  }
  for (const fit of report.fits) {
    const data = [fit.x, fit.y].map(value => (value === null ? '?' : shapeText(value.shape)));
    lines.push(`${fit.model}.${fit.method} (line ${fit.line}): x ${data[0]}, y ${data[1]}`);
  }
  for (const note of report.unknown) lines.push(`unknown (line ${note.line}): ${note.reason}`);
  return lines.map(line => `${line}\n`).join('');
}

function shapeText(shape: AnalysedModel['outputShape']): string {
  if (shape === null) return '?';
  if (shape.some(Array.isArray)) return `[${(shape as readonly number[][]).map(shapeText).join(', ')}]`;
  const sizes = (shape as readonly (number | null)[]).map(size => (size === null ? 'None' : String(size)));
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}
