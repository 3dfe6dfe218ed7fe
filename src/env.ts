import { parseEnvironment } from '#environment.ts';

export type { Environment } from '#environment.ts';

/** The environment of this process, parsed once. */
export const env = parseEnvironment(process.env);
