/** A page with the panel for each test of a file, and what most of them begin with. */
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { HostToPanel, WorkerToPanel } from '../../src/protocol.ts';
import type { PanelPage } from './harness.ts';
import { Harness } from './harness.ts';
import { INITIALISE, RUN, untilEpochSeven, untilTheEnd } from './scenario.ts';

/** The page of the test that runs. */
export let panel: PanelPage;

export const runId = RUN.runId;
export const run: HostToPanel = { type: 'run', run: RUN, checkpoint: null };

let harness: Harness;

/** Opens a page before each test of the file that calls this, and closes it behind the test. */
export function usePanel(): void {
  beforeAll(async () => {
    harness = await Harness.start();
  });
  afterAll(() => harness.stop());
  beforeEach(async () => {
    panel = await harness.open();
  });
  afterEach(async () => {
    expect(await panel.violations()).toEqual([]);
    await panel.close();
  });
}

/** Another page in place of the test's first one. */
export async function openAgain(): Promise<void> {
  await panel.close();
  panel = await harness.open();
}

/** Starts the run and has the worker report. */
export async function train(...reports: (WorkerToPanel | 'crash')[]): Promise<void> {
  await panel.host(INITIALISE, run);
  await panel.toWorker('start');
  await panel.worker(...reports);
}

export async function trainWhole(): Promise<void> {
  await train(...untilEpochSeven(), ...untilTheEnd());
}
