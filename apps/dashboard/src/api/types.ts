/** What the dashboard reads of the API's answers: docs/openapi.json has all of it. */
interface Touch {
  clickId: string;
  linkId: string;
  campaignId: string | null;
  source: string | null;
  medium: string | null;
  referrer: string | null;
  occurredAt: string;
}

export interface Customer {
  id: string;
  externalId: string;
  email: string | null;
  name: string | null;
  avatar: string | null;
  country: string | null;
  metadata: Record<string, string | number | boolean>;
  createdAt: string;
  updatedAt: string;
  firstSeenAt: string;
  lastActivityAt: string | null;
  firstTouch: Touch | null;
  leads: number;
  sales: number;
  ltv: number;
  currency: string;
}

export interface Cohort {
  cohort: string | null;
  customers: number;
  customersWithLeads: number;
  convertedCustomers: number;
  conversionRate: number | null;
  sales: number;
  revenue: number;
  averageLtv: number | null;
  averageOrderValue: number | null;
  retention?: number[];
}

export interface Cohorts {
  groupBy: 'week' | 'month' | 'campaign' | 'source';
  truncated: boolean;
  start: string | null;
  end: string | null;
  timezone: string;
  currency: string;
  totals: Omit<Cohort, 'cohort' | 'retention'>;
  cohorts: Cohort[];
}

export interface CurvePoint {
  month: number;
  revenue: number;
  cumulativeRevenue: number;
  ltv: number | null;
  complete: boolean;
}

interface LtvCohort {
  cohort: string | null;
  customers: number;
  payingCustomers: number;
  revenue: number;
  ltv: number | null;
  curve: CurvePoint[];
}

export interface LtvCohorts {
  groupBy: 'month' | 'campaign' | 'source';
  truncated: boolean;
  months: number;
  asOf: string;
  timezone: string;
  currency: string;
  cohorts: LtvCohort[];
}

export interface JourneyEvent {
  type: 'click' | 'lead' | 'sale' | 'custom' | 'refund';
  id: string;
  name: string | null;
  occurredAt: string;
  linkId: string | null;
  campaignId: string | null;
  source: string | null;
  medium: string | null;
  referrer: string | null;
  amount: number | null;
  currency: string | null;
  status: string | null;
  orderId: string | null;
}

export interface Journey {
  customerId: string;
  events: JourneyEvent[];
  nextCursor: string | null;
}

export interface JourneySummary {
  summary: {
    touches: number;
    leads: number;
    sales: number;
    customs: number;
    refunds: number;
    revenue: number;
    secondsToFirstConversion: number | null;
  };
}

export interface Share {
  linkId: string | null;
  campaignId: string | null;
  source: string | null;
  credit: number;
  revenue: number;
}

export type Model = 'firstTouch' | 'lastTouch' | 'linear' | 'timeDecay' | 'positionBased';

export interface Attribution {
  touches: number;
  models: Record<Model, Share[]>;
}

export interface Recalculation {
  customerId: string;
  ltv: number;
  previousLtv: number;
  sales: number;
  leads: number;
  currency: string;
}
