export const atLeast = (value) => ({ bound: 'at least', value });
export const atMost = (value) => ({ bound: 'at most', value });
export const holds = (ratio, { bound, value }) => bound === 'at least' ? ratio >= value : ratio <= value;
//# sourceMappingURL=figure.js.map