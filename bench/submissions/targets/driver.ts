import { MongoClient } from 'mongodb';
import { type Target, visitor } from './target.ts';

const NAME = 'bench_driver';

/** The floor: one document straight through MongoDB's driver, with a majority's journal. */
export function driver(uri: string, database: MongoClient): Target {
  let n = 0;
  return {
    name: 'MongoDB driver',
    does: '`insertOne`, `w: majority, j: true`, without a server around it',
    async connect(connections) {
      const client = await MongoClient.connect(uri, {
        maxPoolSize: connections,
        minPoolSize: connections,
        writeConcern: { w: 'majority', journal: true },
      });
      const requests = client.db(NAME).collection('form-submissions');
      return {
        async send() {
          n += 1;
          const now = new Date();
          await requests.insertOne({ ...visitor(n), createdAt: now, updatedAt: now });
        },
        close: () => client.close(),
      };
    },
    kept: () => database.db(NAME).collection('form-submissions').countDocuments(),
    stop: async () => {},
  };
}
