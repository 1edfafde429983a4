const METHODS = ['get', 'post', 'patch', 'delete'];
/** Every operation with its path and method, in the document's order. */
export function* operationsOf(document) {
    for (const [path, item] of Object.entries(document.paths)) {
        for (const method of METHODS) {
            const operation = item[method];
            if (operation)
                yield { path, method, operation };
        }
    }
}
//# sourceMappingURL=document.js.map