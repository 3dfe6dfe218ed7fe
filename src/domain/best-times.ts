/** Times of day at which a visitor prefers a call, in the time zone of the Site. */
export const BEST_TIMES = ['any', 'morning', 'afternoon', 'evening'] as const;
export type BestTime = (typeof BEST_TIMES)[number];

export const BEST_TIME_LABELS: Record<BestTime, string> = {
  any: 'Any time',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Early evening',
};
