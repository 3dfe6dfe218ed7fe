import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in a transaction, which an error rolls back. */
export function runInTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } finally {
    if (db.isTransaction) db.exec('rollback');
  }
}

/** Runs `work` in a transaction and rolls that back: for rows that only a query inside `work` needs. */
export function runAndRollBack<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin');
  try {
    return work();
  } finally {
    db.exec('rollback');
  }
}
