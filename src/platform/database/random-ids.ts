import { randomBytes } from 'node:crypto';
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload';

/**
 * Collections with random ids. An ordinary ObjectId contains a timestamp, the process and a counter: the public id
 * of an article would let anybody guess the ids of submissions. The events of a timeline keep ordinary ids, which
 * order events of the same moment.
 */
const RANDOM_ID_COLLECTIONS = ['form-submissions', 'consent-records', 'payload-jobs'];

/** Wraps the adapter so that it creates random ids in those collections. They are ObjectIds, like the existing ones. */
export const withRandomIds = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init: (options) => {
    const database = adapter.init(options);
    const create = database.create.bind(database);
    database.create = (args) =>
      create(
        RANDOM_ID_COLLECTIONS.includes(args.collection)
          ? { customID: randomObjectId(), ...args }
          : args,
      );
    return database;
  },
});

const randomObjectId = (): string => randomBytes(12).toString('hex');
