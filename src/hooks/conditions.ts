/** One comparison of a query. */
export interface Condition {
  path: string;
  operator: string;
  value: unknown;
}

/** All conditions of a query, those in `and` and `or` included. It was made of an address: it is not deep. */
export function conditionsIn(where: unknown): Condition[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([path, condition]) => {
    if (Array.isArray(condition)) return condition.flatMap(conditionsIn);
    if (typeof condition !== 'object' || condition === null) return [];
    return Object.entries(condition).map(([operator, value]) => ({ path, operator, value }));
  });
}
