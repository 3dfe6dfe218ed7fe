/** One comparison of a `where` query. */
export interface Condition {
  path: string;
  /** Empty if the value is not an object with an operator; then `value` is all that the query has there. */
  operator: string;
  value: unknown;
}

/**
 * Returns all conditions of a query, including those in `and` and `or`. Recursion is safe: the guard limits the depth.
 */
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
