import { type Change, MOST_CHANGES } from './change-log.ts';

const STORED_LOG = { $cond: [{ $isArray: '$changeLog' }, '$changeLog', []] };

/**
 * What a `$set` stage of an update in the database needs besides its own values, so that a write past the
 * hooks is a version of each document like any other.
 */
export const loggedInDatabase = ({ at, ...change }: Omit<Change, 'at'> & { at: Date }) => ({
  changeLog: {
    $slice: [{ $concatArrays: [STORED_LOG, [{ at: at.toISOString(), ...change }]] }, -MOST_CHANGES],
  },
  // No two versions of a document have the same moment.
  updatedAt: { $max: [at, { $add: ['$updatedAt', 1] }] },
});
