/**
 * Every message between the extension host, the panel and the worker: one interface each, unions on `type`.
 *
 *     extension host  <-- postMessage -->  panel (webview page)  <-- postMessage -->  worker (blob URL)
 *
 * How things flow:
 * - The panel owns the worker. The host never talks to the worker: it sends `run`, `stop`, `pause`, `resume` to
 *   the panel, and the panel passes them on.
 * - **Metrics live in the extension host.** What a run has to tell is a `RunReport`. The worker posts it to the
 *   panel, the panel folds it into its `RunRecord` (src/run-record.ts), draws it, and forwards it unchanged in a
 *   `report` message. The host folds the same report into its own record with the same function. A panel that was
 *   hidden, disposed or reloaded gets the host's record back in `initialise` (`record`) and draws that; nothing is
 *   kept only in the page. The host sends no metrics during a run.
 * - The worker paces itself: metrics and progress a few times a second at most, columns of several steps at once.
 * - Requests (files) go worker -> panel -> host; the panel relays `request` and `reply` by `id`. An error is a
 *   reply, never a silence: the host answers every request, and a panel that cannot reach it answers for it.
 * - Messages are validated where they arrive (src/protocol-validator.ts). An unknown or malformed one is dropped
 *   with a log, so that a newer worker can talk to an older panel.
 *
 * Everything is structured-cloneable. Big numeric data are typed arrays (transferable; VS Code carries them as
 * binary). Lines are from 1 and columns from 0, as in Python's own tracebacks and syntax tree.
 */

export type * from './protocol-panel.ts';
export type * from './protocol-reports.ts';
export type * from './protocol-requests.ts';
export type * from './protocol-vocabulary.ts';
export * from './protocol-worker.ts';

/** Ends a switch over a union: the compiler fails when a member was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
