/** The TensorFlow library: the parts of it that Keras scripts mix in. */
export { tensorflowModules } from './modules.ts';
