import type { Statement } from '@app/platform';
import type { Tie } from './identity.store.js';
import type { WriteScope } from './write-scope.js';

/** More customers on one click or visitor than this are served in the background. */
const CROWD = 200;

interface TieStatements {
  /** The first so many of each key. */
  some: Statement<Tie>;
  one: Statement<unknown>;
  insert: Statement<unknown>;
}

/** Customers on a click or a visitor. */
export interface Tied {
  customerIds: ReadonlySet<string>;
  /** There are more of them than are listed. */
  isCrowded: boolean;
}

/** Who claims which click, or who follows which visitor, as one transaction knows it. */
export class Ties {
  private readonly known = new Map<string, Tied & { customerIds: Set<string> }>();
  private added: Tie[] = [];

  constructor(
    private readonly scope: WriteScope,
    private readonly statements: TieStatements,
  ) {}

  async load(keys: readonly string[]): Promise<void> {
    const unknown = keys.filter((key) => !this.known.has(key));
    if (unknown.length === 0) return;
    const { transaction, workspaceId } = this.scope;
    const values = [workspaceId, unknown, CROWD + 1];
    const rows = await transaction.rows(this.statements.some, values);
    for (const key of unknown) this.known.set(key, { customerIds: new Set(), isCrowded: false });
    for (const { key, customerId } of rows) {
      const tied = this.known.get(key);
      if (!tied) continue;
      if (tied.customerIds.size < CROWD) tied.customerIds.add(customerId);
      else tied.isCrowded = true;
    }
  }

  /** All that are known, of whatever key. */
  customerIds(): string[] {
    return [...this.known.values()].flatMap(({ customerIds }) => [...customerIds]);
  }

  async of(key: string): Promise<Tied> {
    await this.load([key]);
    return this.known.get(key) ?? { customerIds: new Set(), isCrowded: false };
  }

  async has(key: string, customerId: string): Promise<boolean> {
    const { customerIds, isCrowded } = await this.of(key);
    if (customerIds.has(customerId)) return true;
    if (!isCrowded) return false;
    const { transaction, workspaceId } = this.scope;
    const values = [workspaceId, key, customerId];
    return (await transaction.first(this.statements.one, values)) !== undefined;
  }

  /** The key is known: somebody has asked for it. */
  add(key: string, customerId: string): void {
    this.scope.changes += 1;
    this.known.get(key)?.customerIds.add(customerId);
    this.added.push({ key, customerId });
  }

  async save(): Promise<void> {
    const added = this.added;
    if (added.length === 0) return;
    this.added = [];
    await this.scope.transaction.rows(this.statements.insert, [
      this.scope.workspaceId,
      added.map(({ key }) => key),
      added.map(({ customerId }) => customerId),
    ]);
  }
}
