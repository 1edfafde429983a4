import { Column, Entity, PrimaryColumn } from 'typeorm';

const key = {
  type: 'text',
  collation: 'C',
  primaryKeyConstraintName: 'exchange_rates_pkey',
} as const;

/** Units of a currency for 1 EUR on a day: reference data of the installation, of no workspace. */
@Entity('exchange_rates')
export class ExchangeRate {
  @PrimaryColumn(key)
  currency: string;

  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'exchange_rates_pkey' })
  day: string;

  @Column({ type: 'numeric' })
  rate: string;
}
