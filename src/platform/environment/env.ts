import { parseEnvironment } from '#platform/environment/environment.ts';

export type { Environment } from '#platform/environment/environment.ts';

/** The environment variables of this process, parsed once. */
export const env = parseEnvironment(process.env);
