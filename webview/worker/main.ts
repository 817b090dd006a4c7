/** The worker's entry: connects the scope it runs in to the worker itself. */
import { outbox } from './outbox.ts';
import { TrainingWorker } from './worker.ts';

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const worker = new TrainingWorker(outbox(scope));
scope.onmessage = event => worker.receive(event.data);
