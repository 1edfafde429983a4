/** Whose a conversion is, and by what an import finds the same customer again. */
export interface ConversionOwner {
  ownerExternalId: string | null;
  ownerEmail: string | null;
  /** Null while the conversion is nobody's. */
  ownerIsDeleted: boolean | null;
  ownerBy: 'externalId' | 'email' | 'clickId' | null;
}

const isOlder = (other: string): string =>
  `(${other}.created_at, ${other}.external_id) < (customer.created_at, customer.external_id)`;

/**
 * The columns of a `ConversionOwner` for a row of `conversions`. An externalId is the surest way, but a
 * conversion that comes with it makes its customer as old as itself: one that is older than its customer
 * goes by the email or the click that lead to this customer before any other.
 */
export const OWNER_OF_CONVERSION = `left join lateral (
    select customer.external_id as "ownerExternalId", customer.email as "ownerEmail",
      customer.deleted_at is not null as "ownerIsDeleted",
      case
        when customer.created_at <= conversions.occurred_at then 'externalId'
        when customer.email is not null and not exists (
          select 1 from customers other
          where other.workspace_id = customer.workspace_id and other.email = customer.email
            and other.deleted_at is null and ${isOlder('other')}
        ) then 'email'
        when exists (
          select 1 from touches
          where workspace_id = customer.workspace_id and customer_id = customer.id
            and click_id = conversions.click_id
        ) and not exists (
          select 1 from touches touch
          join customers other
            on other.workspace_id = touch.workspace_id and other.id = touch.customer_id
          where touch.workspace_id = customer.workspace_id
            and touch.click_id = conversions.click_id
            and other.deleted_at is null and ${isOlder('other')}
        ) then 'clickId'
        else 'externalId'
      end as "ownerBy"
    from customers customer
    where customer.workspace_id = conversions.workspace_id
      and customer.id = conversions.customer_id
    offset 0
  ) owner on true`;
