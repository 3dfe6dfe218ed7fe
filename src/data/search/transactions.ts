import type { DatabaseSync } from 'node:sqlite';

/** Does all of the work, or nothing. */
export function whole<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin');
  try {
    const done = work();
    db.exec('commit');
    return done;
  } finally {
    if (db.isTransaction) db.exec('rollback');
  }
}

/** Does the work and takes it back: what it put in is nobody's business afterward. */
export function undone<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin');
  try {
    return work();
  } finally {
    db.exec('rollback');
  }
}
