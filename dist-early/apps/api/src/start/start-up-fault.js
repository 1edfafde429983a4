/** Why the service cannot start, as a sentence for the person who started it. */
export class StartUpFault extends Error {
}
//# sourceMappingURL=start-up-fault.js.map