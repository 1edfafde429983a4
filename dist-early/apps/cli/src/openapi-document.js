// Loaded when it is asked for: the document stands next to the routes that it describes.
export { Env } from "../../../libs/platform/src/index.js";
export { readOpenApi } from '../../api/src/openapi.js';
//# sourceMappingURL=openapi-document.js.map