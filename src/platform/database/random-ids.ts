import { randomBytes } from 'node:crypto';
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload';

/**
 * The collections whose ids are drawn at random. An ordinary ObjectId says when it was made and by which
 * process, and counts: from the public id of an article, the ids of requests could be listed. The lines of
 * a timeline keep ordinary ids: those of the same moment stand in the order of their ids.
 */
const RANDOM = ['form-submissions', 'consent-records', 'payload-jobs'];

/** The adapter with random ids in those collections: ObjectIds still, as those are that exist. */
export const withRandomIds = <Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
): DatabaseAdapterObj<Adapter> => ({
  ...adapter,
  init: (options) => {
    const database = adapter.init(options);
    const create = database.create.bind(database);
    database.create = (args) =>
      create(RANDOM.includes(args.collection) ? { customID: randomObjectId(), ...args } : args);
    return database;
  },
});

const randomObjectId = (): string => randomBytes(12).toString('hex');
