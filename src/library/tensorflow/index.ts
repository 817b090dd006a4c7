/** The TensorFlow library: the parts of it that Keras scripts mix in. */
import { ListedNames } from '../../python/listedNames.ts';
import { datasetClass } from '../keras/data/datasetObject.ts';
import { tensorClass } from '../keras/tensors/tensorObject.ts';
import { variableClass } from '../keras/tensors/variableObject.ts';
import { attributeNames } from './attributeNames.ts';
import { datasetIteratorClass } from './datasetIterators.ts';
import { nameDatasetKinds } from './datasetKinds.ts';
import { gradientTapeClass } from './gradientTape.ts';

export { tensorflowModules } from './modules.ts';

tensorClass.listed = new ListedNames(attributeNames['tensorflow.Tensor']);
variableClass.listed = new ListedNames(attributeNames['tensorflow.Variable']);
datasetClass.listed = new ListedNames(attributeNames['tensorflow.Dataset']);
datasetIteratorClass.listed = new ListedNames(attributeNames['tensorflow.Iterator']);
gradientTapeClass.listed = new ListedNames(attributeNames['tensorflow.GradientTape']);

nameDatasetKinds();
