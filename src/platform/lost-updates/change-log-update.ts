import { type Change, MAX_CHANGES } from './change-log.ts';

const STORED_LOG = { $cond: [{ $isArray: '$changeLog' }, '$changeLog', []] };

/**
 * Returns what the `$set` stage of an update pipeline needs besides its own values, so that a write past Payload's
 * hooks is recorded in the change log of each document.
 */
export const changeLogUpdate = ({ at, ...change }: Omit<Change, 'at'> & { at: Date }) => ({
  changeLog: {
    $slice: [{ $concatArrays: [STORED_LOG, [{ at: at.toISOString(), ...change }]] }, -MAX_CHANGES],
  },
  // Two versions of a document must not have the same timestamp.
  updatedAt: { $max: [at, { $add: ['$updatedAt', 1] }] },
});
