/** Parts of a day in which a visitor would rather be called; the Site's time zone is meant. */
export const BEST_TIMES = ['any', 'morning', 'afternoon', 'evening'] as const;
export type BestTime = (typeof BEST_TIMES)[number];

export const BEST_TIME_LABELS: Record<BestTime, string> = {
  any: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Early evening',
};
