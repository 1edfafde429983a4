const WITHOUT: Readonly<Record<string, string>> = {
  campaign: 'without a campaign',
  source: 'without a source',
};

/** What a cohort is called where it has a name, and where it has none. */
export const cohortName = (cohort: string | null, groupBy: string): string =>
  cohort ?? WITHOUT[groupBy] ?? '–';
