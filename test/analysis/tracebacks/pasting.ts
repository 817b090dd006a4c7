/**
 * Errors as people meet and paste them: what Keras 1, 2 and 3, TensorFlow, NumPy, scikit-learn and pandas say, in the forms
 * that terminals and notebooks give them, each with a small program that has the mistake.
 */

export interface RealError {
  readonly script: string;
  /** What the line to land on says. */
  readonly at: string;
  /** The error's own words, the last lines of what is pasted. */
  readonly words: string;
  /** How it is pasted: what stands around the words. */
  readonly form: keyof typeof forms;
  /** The line that the traceback names, where it is another one than that to land on. */
  readonly raisedAt?: string;
  readonly kerasVersion?: '1' | '2' | '3';
  /** Where this Keras, or what is known of the data, raises nothing: only the line is found. */
  readonly onlyLine?: true;
}

interface Raised {
  readonly line: number;
  readonly text: string;
  readonly words: string;
}

const site = '/usr/local/lib/python3.10/site-packages/keras';
const red = (text: string) => `\u001b[0;31m${text}\u001b[0m`;

/** What terminals, notebooks and logs put around the words. */
export const forms = {
  /** Only the last line is copied. */
  words: ({ words }: Raised) => words,
  terminal: ({ line, text, words }: Raised) =>
    `Traceback (most recent call last):\n  File "train.py", line ${line}, in <module>\n    ${text}\n  File "${site}/src/utils/traceback_utils.py", line 122, in error_handler\n    raise e.with_traceback(filtered_tb) from None\n${words}`,
  windows: ({ line, text, words }: Raised) =>
    `2024-05-02 10:11:12.345678: I tensorflow/core/platform/cpu_feature_guard.cc:142] This TensorFlow binary is optimized\r\nTraceback (most recent call last):\r\n  File "D:\\课程\\deep learning\\train.py", line ${line}, in <module>\r\n    ${text}\r\n  File "C:\\Anaconda3\\lib\\site-packages\\keras\\engine\\training.py", line 952, in fit\r\n    batch_size=batch_size)\r\n${words}`,
  pycharm: ({ line, text, words }: Raised) =>
    `C:\\Users\\li\\venv\\Scripts\\python.exe "C:/Users/li/PycharmProjects/第一个/train.py"\nUsing TensorFlow backend.\nTraceback (most recent call last):\n  File "C:/Users/li/PycharmProjects/第一个/train.py", line ${line}, in <module>\n    ${text}\n  File "C:\\Users\\li\\venv\\lib\\site-packages\\keras\\models.py", line 845, in fit\n    initial_epoch=initial_epoch)\n${words}\n\nProcess finished with exit code 1`,
  jupyter: ({ text, words }: Raised) =>
    `---------------------------------------------------------------------------\n${/^\w+/.exec(words)![0]}                                Traceback (most recent call last)\nCell In[7], line 3\n      1 # train\n      2 epochs = 10\n----> 3 ${text}\n\nFile ~/miniconda3/lib/python3.11/site-packages/keras/src/utils/traceback_utils.py:122, in filter_traceback.<locals>.error_handler(*args, **kwargs)\n    119     filtered_tb = _process_traceback_frames(e.__traceback__)\n--> 122     raise e.with_traceback(filtered_tb) from None\n    123 finally:\n\n${words}`,
  colab: ({ text, words }: Raised) =>
    `${/^\w+/.exec(words)![0]}                                Traceback (most recent call last)\n<ipython-input-15-eb52064c8754> in <cell line: 2>()\n      1 # 训练\n----> 2 ${text}\n\n1 frames\n/usr/local/lib/python3.10/dist-packages/keras/src/utils/traceback_utils.py in error_handler(*args, **kwargs)\n     68             # To get the full stack trace, call:\n---> 70             raise e.with_traceback(filtered_tb) from None\n\n${words}`,
  colours: ({ text, words }: Raised) =>
    `${red('-'.repeat(75))}\n${red(/^\w+/.exec(words)![0])}                                Traceback (most recent call last)\n\u001b[0;32m<ipython-input-4-9b5d>\u001b[0m in \u001b[0;36m<module>\u001b[0;34m()\u001b[0m\n\u001b[0;32m----> 1\u001b[0;31m ${text}\u001b[0m\n\n${red(words)}`,
  'in user code': ({ line, text, words }: Raised) =>
    `Traceback (most recent call last):\n  File "/home/ann/project/train.py", line ${line}, in <module>\n    ${text}\n  File "${site}/utils/traceback_utils.py", line 70, in error_handler\n    raise e.with_traceback(filtered_tb) from None\n  File "/tmp/__autograph_generated_file3m.py", line 15, in tf__train_function\n    retval_ = ag__.converted_call(ag__.ld(step_function), (ag__.ld(self), ag__.ld(iterator)), None, fscope)\n${/^\w+/.exec(words)![0]}: in user code:\n\n    File "${site}/engine/training.py", line 1284, in train_function  *\n        return step_function(self, iterator)\n    File "${site}/engine/training.py", line 1249, in run_step  **\n        outputs = model.train_step(data)\n\n    ${words}\n`,
  'graph execution': ({ line, text, words }: Raised) =>
    `Traceback (most recent call last):\n  File "train.py", line ${line}, in <module>\n    ${text}\ntensorflow.python.framework.errors_impl.InvalidArgumentError: Graph execution error:\n\nDetected at node compile_loss/loss/SparseSoftmaxCrossEntropyWithLogits defined at (most recent call last):\n  File "train.py", line ${line}, in <module>\n\n  File "${site}/src/backend/tensorflow/trainer.py", line 51, in train_step\n\n${words}\n\t [[{{node compile_loss/loss/SparseSoftmaxCrossEntropyWithLogits}}]] [Op:__inference_one_step_on_iterator_1234]`,
  /** As VS Code keeps an error of a cell. */
  json: ({ text, words }: Raised) =>
    JSON.stringify({
      name: /^\w+/.exec(words)![0],
      message: words,
      stack: `${'-'.repeat(75)}\nTraceback (most recent call last)\nCell In[3], line 2\n      1 # fit\n----> 2 ${text}\n\n${words}`,
    }),
  chinese: ({ words }: Raised) => `运行时报错：${words}，请问怎么解决？谢谢！`,
  /** A notebook that was run as a whole, from which one line was kept. */
  kaggle: ({ text, words }: Raised) =>
    `/tmp/ipykernel_17/3142543.py in <module>\n      5 \n----> 6 ${text}\n\n/opt/conda/lib/python3.7/site-packages/keras/engine/training.py in fit(self, x, y)\n   1182                 _r=1):\n-> 1184               tmp_logs = self.train_function(iterator)\n\n${words}`,
} as const satisfies Readonly<Record<string, (raised: Raised) => string>>;

/** What is pasted for an error. */
export function pastedText({ script, at, raisedAt, words, form }: RealError): string {
  const lines = script.split('\n');
  const index = lines.findIndex(line => line.includes(raisedAt ?? at));
  return forms[form]({ line: index + 1, text: lines[index]!.trim(), words });
}
