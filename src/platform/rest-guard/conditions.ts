/** One comparison of a query. */
export interface Condition {
  path: string;
  /** Empty where there is none: then the value is what stands in its place. */
  operator: string;
  value: unknown;
}

/** All conditions of a query, those in `and` and `or` included. It was made of an address: it is not deep. */
export function conditionsIn(where: unknown): Condition[] {
  if (typeof where !== 'object' || where === null) return [];
  return Object.entries(where).flatMap(([path, condition]) => {
    const isList = Array.isArray(condition);
    if (isList && ['and', 'or'].includes(path.toLowerCase()))
      return condition.flatMap(conditionsIn);
    if (isList || typeof condition !== 'object' || condition === null) {
      return [{ path, operator: '', value: condition }];
    }
    return Object.entries(condition).map(([operator, value]) => ({ path, operator, value }));
  });
}
