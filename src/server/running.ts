import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writePrivately } from './secrets.ts';

const fileIn = (folder: string): string => path.join(folder, 'database-uri');

/** Tells other commands on this machine where the embedded database is while it runs. */
export const tellWhereDatabaseIs = (folder: string, uri: string): Promise<void> =>
  writePrivately(fileIn(folder), uri);

export const forgetWhereDatabaseIs = (folder: string): Promise<void> =>
  rm(fileIn(folder), { force: true });

/** Where the embedded database of this folder was last; it may not run any more. */
export const whereDatabaseWas = (folder: string): Promise<string | undefined> =>
  readFile(fileIn(folder), 'utf8').catch(() => undefined);
