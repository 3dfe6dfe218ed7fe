import { mongooseAdapter } from '@payloadcms/db-mongodb';
import { formBuilderPlugin } from '@payloadcms/plugin-form-builder';
import { lexicalEditor } from '@payloadcms/richtext-lexical';
import { buildConfig } from 'payload';

// The plugin as its documentation installs it. The indexes are built before the first write, as ours are.
export default buildConfig({
  secret: process.env.PAYLOAD_SECRET,
  telemetry: false,
  db: mongooseAdapter({ url: process.env.DATABASE_URI, ensureIndexes: true }),
  editor: lexicalEditor(),
  collections: [{ slug: 'users', auth: true, fields: [] }],
  plugins: [formBuilderPlugin({ fields: { payment: false } })],
});
