/** The Keras library: its modules for the registry of libraries. */
export { kerasModules } from './modules/index.ts';
