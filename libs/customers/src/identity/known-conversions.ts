import {
  CONVERSIONS_BY_ID,
  CONVERSIONS_BY_ORDER,
  CONVERSION_RECORD,
  CUSTOMS_BY_ORDER,
  INSERT_CONVERSIONS,
  UPDATE_CONVERSIONS,
  WAITING_CONVERSIONS,
  type Conversion,
} from '@app/analytics';
import { compareText } from '@app/platform';
import type { OrderKey } from './needs.js';
import type { WriteScope } from './write-scope.js';

const textOf = (key: OrderKey): string =>
  JSON.stringify(
    key.type === 'custom' ? [key.type, key.eventName, key.orderId] : [key.type, key.orderId],
  );

const orderOf = ({ type, eventName, orderId }: Conversion): string | undefined =>
  orderId === null ? undefined : textOf({ type, eventName, orderId });

/** Unstitched conversions that wait for an email or a click. */
class WaitingRoom {
  private readonly byKey = new Map<string, Set<Conversion>>();

  /** Those of the keys that have not been looked up. */
  unknown(keys: readonly string[]): string[] {
    return keys.filter((key) => !this.byKey.has(key));
  }

  open(key: string): void {
    if (!this.byKey.has(key)) this.byKey.set(key, new Set());
  }

  /** Does nothing for a key that has not been looked up: the database will say it. */
  add(key: string | null, conversion: Conversion): void {
    if (key !== null) this.byKey.get(key)?.add(conversion);
  }

  of(keys: readonly string[]): Conversion[] {
    return keys.flatMap((key) =>
      [...(this.byKey.get(key) ?? [])].filter(({ customerId }) => customerId === null),
    );
  }
}

/** The conversions that one transaction has read, stored or changed. */
export class KnownConversions {
  private readonly rows = new Map<string, Conversion>();
  private readonly idByOrder = new Map<string, string | null>();
  private readonly waitingForEmail = new WaitingRoom();
  private readonly waitingForClick = new WaitingRoom();
  private readonly added = new Set<Conversion>();
  private readonly changed = new Set<Conversion>();

  constructor(private readonly scope: WriteScope) {}

  async load(orders: readonly OrderKey[], ids: readonly string[]): Promise<void> {
    const { transaction, workspaceId } = this.scope;
    const unknown = orders.filter((order) => !this.idByOrder.has(textOf(order)));
    const idsOf = (type: 'lead' | 'sale'): string[] =>
      unknown.flatMap((order) => (order.type === type ? [order.orderId] : []));
    const customs = unknown.filter((order) => order.type === 'custom');
    const unknownIds = ids.filter((id) => !this.rows.has(id));
    const found = await Promise.all([
      ...(['lead', 'sale'] as const).map((type) => {
        const values = [workspaceId, type, idsOf(type)];
        return values[2]?.length ? transaction.rows(CONVERSIONS_BY_ORDER, values) : [];
      }),
      customs.length > 0
        ? transaction.rows(CUSTOMS_BY_ORDER, [
            workspaceId,
            customs.map(({ eventName }) => eventName),
            customs.map(({ orderId }) => orderId),
          ])
        : [],
      unknownIds.length > 0 ? transaction.rows(CONVERSIONS_BY_ID, [workspaceId, unknownIds]) : [],
    ]);
    for (const row of found.flat()) this.keep(row);
    for (const order of unknown) {
      const text = textOf(order);
      if (!this.idByOrder.has(text)) this.idByOrder.set(text, null);
    }
  }

  /** Looks up what waits for emails and clicks that have not been looked up yet. */
  async loadWaiting(emails: readonly string[], clickIds: readonly string[]): Promise<void> {
    const newEmails = this.waitingForEmail.unknown(emails);
    const newClickIds = this.waitingForClick.unknown(clickIds);
    if (newEmails.length + newClickIds.length === 0) return;
    const { transaction, workspaceId } = this.scope;
    const values = [workspaceId, newEmails, newClickIds];
    const rows = await transaction.rows(WAITING_CONVERSIONS, values);
    for (const email of newEmails) this.waitingForEmail.open(email);
    for (const clickId of newClickIds) this.waitingForClick.open(clickId);
    for (const row of rows) this.keep(row);
    for (const row of this.rows.values()) {
      if (row.customerId !== null) continue;
      this.waitingForEmail.add(row.email, row);
      this.waitingForClick.add(row.clickId, row);
    }
  }

  async byOrder(order: OrderKey): Promise<Conversion | undefined> {
    const text = textOf(order);
    if (!this.idByOrder.has(text)) await this.load([order], []);
    const id = this.idByOrder.get(text);
    return id ? this.rows.get(id) : undefined;
  }

  async byId(id: string): Promise<Conversion | undefined> {
    if (!this.rows.has(id)) await this.load([], [id]);
    return this.rows.get(id);
  }

  /** The customers of the conversions that have been read. */
  customerIds(): string[] {
    return [...this.rows.values()].flatMap(({ customerId }) => customerId ?? []);
  }

  add(conversion: Conversion): void {
    this.scope.changes += 1;
    this.keep(conversion);
    this.added.add(conversion);
    if (conversion.customerId !== null) return;
    this.waitingForEmail.add(conversion.email, conversion);
    this.waitingForClick.add(conversion.clickId, conversion);
  }

  /** The conversion, to be written by the next `save`. */
  change(conversion: Conversion): Conversion {
    this.scope.changes += 1;
    if (!this.added.has(conversion)) this.changed.add(conversion);
    return conversion;
  }

  /** Unstitched conversions that one of these emails or clicks may find somebody for, oldest first. */
  async waitingFor(emails: readonly string[], clickIds: readonly string[]): Promise<Conversion[]> {
    await this.loadWaiting(emails, clickIds);
    const waiting = new Set([
      ...this.waitingForEmail.of(emails),
      ...this.waitingForClick.of(clickIds),
    ]);
    return [...waiting].sort((a, b) => compareText(a.id, b.id));
  }

  async save(): Promise<void> {
    const { transaction, workspaceId } = this.scope;
    const inserts = [...this.added];
    const updates = [...this.changed];
    this.added.clear();
    this.changed.clear();
    await Promise.all([
      inserts.length > 0 &&
        transaction.rows(INSERT_CONVERSIONS, [workspaceId, CONVERSION_RECORD.text(inserts)]),
      updates.length > 0 &&
        transaction.rows(UPDATE_CONVERSIONS, [workspaceId, CONVERSION_RECORD.text(updates)]),
    ]);
  }

  private keep(row: Conversion): void {
    if (this.rows.has(row.id)) return;
    this.rows.set(row.id, row);
    const order = orderOf(row);
    if (order !== undefined) this.idByOrder.set(order, row.id);
  }
}
