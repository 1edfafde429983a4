/** A loss so soon after the last recovery doubles the rest. */
const STEADY_MS = 60_000;
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 5_000;

/**
 * Whether a server is used. One that comes and goes is left alone for longer each time, so that it
 * neither holds up requests nor fills the log.
 */
export class Health {
  isUp = false;
  private isLossSaid = false;
  private foundAt = -Infinity;
  private lostAt = -Infinity;
  private restMs = 0;

  constructor(
    private readonly onLost: (error: unknown) => void,
    private readonly onBack: () => void,
  ) {}

  /** It works; it is used once it has had its rest. */
  works(): void {
    const now = performance.now();
    if (this.isUp || now - this.lostAt < this.restMs) return;
    this.isUp = true;
    this.foundAt = now;
    if (this.isLossSaid) this.onBack();
    this.isLossSaid = false;
  }

  /** It does not work: nobody asks it until it does. */
  fails(error: unknown): void {
    const now = performance.now();
    if (this.isUp) {
      const isUnsteady = now - this.foundAt < STEADY_MS;
      this.restMs = isUnsteady
        ? Math.min(Math.max(this.restMs * 2, FIRST_REST_MS), LONGEST_REST_MS)
        : 0;
      this.lostAt = now;
    }
    this.isUp = false;
    if (!this.isLossSaid) this.onLost(error);
    this.isLossSaid = true;
  }
}
