// The benchmark inside Chromium: started by the page that bench/training.ts opens.
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { type BenchOptions, compare, type Row } from './compare.ts';

setWasmPaths('/wasm/');

declare global {
  interface Window {
    benchReport(row: Row): Promise<void>;
    runBench(options: BenchOptions): Promise<void>;
  }
}

window.runBench = options => compare(options, row => void window.benchReport(row));
