// The benchmark inside Chromium: started by the page that bench/training.ts opens.
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { compare, type Row } from './compare.ts';

setWasmPaths('/wasm/');

declare global {
  interface Window {
    benchReport(row: Row): Promise<void>;
    runBench(backends: Row['backend'][], budget: number): Promise<void>;
  }
}

window.runBench = (backends, budget) => compare(backends, budget, row => void window.benchReport(row));
