import type { Figure } from '../figure.js';
import { batchFigures } from './batches.js';
import { cachedAnswerFigures } from './cached-answer.js';
import { folderFigures } from './folder.js';
import { getCustomerFigures } from './get-customer.js';
import { listFigures, searchFigures } from './lists.js';
import { memoryFigures } from './memory.js';
import { questionFigures } from './questions.js';
import { writeFigures } from './writes.js';

/** Every figure. Those that only read come first; the folder's stops the service, so it is the last. */
export const FIGURES: readonly Figure[] = [
  ...questionFigures,
  ...cachedAnswerFigures,
  ...getCustomerFigures,
  ...listFigures,
  ...searchFigures,
  ...writeFigures,
  ...batchFigures,
  ...memoryFigures,
  ...folderFigures,
];
