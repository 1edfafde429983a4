/** Random numbers that depend on the seed alone. */
export class Random {
    constructor(state) {
        this.state = state;
    }
    /** From 0 up to, not including, 1 (mulberry32). */
    next() {
        this.state = (this.state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    }
    chance(probability) {
        return this.next() < probability;
    }
    between(from, to) {
        return from + this.next() * (to - from);
    }
    /** An integer from `from` to `to`, both included. */
    integer(from, to) {
        return Math.floor(this.between(from, to + 1));
    }
    pick(items) {
        return items[this.integer(0, items.length - 1)];
    }
    /** An item as often as its weight says. */
    weighted(items, weightOf) {
        const total = items.reduce((sum, item) => sum + weightOf(item), 0);
        let left = this.next() * total;
        return (items.find((item) => (left -= weightOf(item)) < 0) ?? items.at(-1));
    }
    /** How long until something happens that happens every `mean` on average. */
    exponential(mean) {
        return -mean * Math.log(1 - this.next());
    }
    /** How often something happens that happens `mean` times on average. */
    poisson(mean) {
        const limit = Math.exp(-mean);
        let count = 0;
        for (let product = this.next(); product > limit; product *= this.next())
            count += 1;
        return count;
    }
    /** A generator of its own: what it is asked does not change the answers of this one. */
    fork() {
        return new Random(Math.floor(this.next() * 4_294_967_296));
    }
}
//# sourceMappingURL=random.js.map