// Loaded when it is asked for: the document stands next to the routes that it describes.
export { Env } from '@app/platform';
export { readOpenApi } from '../../api/src/openapi.js';
