/** Work that may be asked for several times and is done once; it is tried again if it failed. */
export function once<A extends unknown[]>(
  work: (...given: A) => Promise<void>,
): (...given: A) => Promise<void> {
  let done: Promise<void> | undefined;
  return (...given) => {
    done ??= work(...given).catch((error) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}
