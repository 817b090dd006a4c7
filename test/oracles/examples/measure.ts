/**
 * What analysis knows of example programs: `node test/oracles/examples/measure.ts [--keras 1|2|3] FOLDER…`.
 *
 * Prints every error and warning with its file and line, then how many layers have a known output shape and why values
 * are unknown, the most frequent reason first. Meant for folders of correct programs, such as the examples and guides of
 * Keras: there every error is a false one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { followProgram } from '../../../src/analysis/index.ts';
import type { KerasVersionOption } from '../../../src/library/kerasVersion.ts';
import { formatMessage } from '../../../src/python/message.ts';
import { testParser } from '../../python/run.ts';

interface Tally {
  files: number;
  layers: number;
  known: number;
  errors: number;
  warnings: number;
  faults: number;
  cutShort: number;
}

const SHOWN_REASONS = 40;

const tally: Tally = { files: 0, layers: 0, known: 0, errors: 0, warnings: 0, faults: 0, cutShort: 0 };
const reasons = new Map<string, number>();
const parser = await testParser();

function measure(file: string, kerasVersion: KerasVersionOption): void {
  const { program, policy } = followProgram(parser, readFileSync(file, 'utf8'), file, { kerasVersion });
  tally.files++;
  tally.faults += policy.faults.length;
  if (program.cutShort) tally.cutShort++;
  const layers = program.models.flatMap(model => model.layers);
  tally.layers += layers.length;
  tally.known += layers.filter(layer => layer.outputShape !== null).length;
  for (const { reason } of program.unknown) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const finding of program.findings) {
    if (finding.severity === 'error') tally.errors++;
    else if (finding.severity === 'warning') tally.warnings++;
    else continue;
    const place = `${path.basename(file)}:${finding.span.start.line}`;
    console.log(`${finding.severity} ${place} [${finding.code}] ${formatMessage(finding.message)}`);
  }
}

const words = process.argv.slice(2);
const chosen = words[0] === '--keras' ? (words.splice(0, 2)[1] as KerasVersionOption) : 'auto';
for (const folder of words) {
  const scripts = readdirSync(folder).filter(name => name.endsWith('.py'));
  for (const name of scripts) measure(path.join(folder, name), chosen);
}
const share = tally.layers === 0 ? 0 : (100 * tally.known) / tally.layers;
console.log({ ...tally, knownShare: `${share.toFixed(1)} %` });
for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, SHOWN_REASONS))
  console.log(String(count).padStart(5), reason);
