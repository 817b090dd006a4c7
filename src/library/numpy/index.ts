/** The NumPy library's modules. */
export { numpyModules } from './module.ts';
