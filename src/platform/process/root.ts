import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** Returns the path of a file in the checkout. */
export const rootPath = (...names: string[]): string => path.join(ROOT, ...names);
