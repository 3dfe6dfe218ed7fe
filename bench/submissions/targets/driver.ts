import { MongoClient } from 'mongodb';
import { createVisitor, type SubmissionTarget } from './target.ts';

const NAME = 'bench_driver';

/** The lower bound: inserts one document with MongoDB's driver, with the same durability as ours. */
export function driverTarget(uri: string, database: MongoClient): SubmissionTarget {
  let n = 0;
  return {
    name: 'MongoDB driver',
    does: '`insertOne`, `w: majority, j: true`, without an HTTP server',
    async connect(connections) {
      const client = await MongoClient.connect(uri, {
        maxPoolSize: connections,
        minPoolSize: connections,
        writeConcern: { w: 'majority', journal: true },
      });
      const submissions = client.db(NAME).collection('form-submissions');
      return {
        async send() {
          n += 1;
          const now = new Date();
          await submissions.insertOne({ ...createVisitor(n), createdAt: now, updatedAt: now });
        },
        close: () => client.close(),
      };
    },
    countStored: () => database.db(NAME).collection('form-submissions').countDocuments(),
    stop: async () => {},
  };
}
