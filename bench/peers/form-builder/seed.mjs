import { getPayload } from 'payload';
import config from './payload.config.mjs';

// Creates a form with the fields of ours and prints its id.
const payload = await getPayload({ config });
const field = (blockType, name, label) => ({ blockType, name, label, required: true });
const text = { type: 'text', version: 1, text: 'Thank you', format: 0, mode: 'normal', style: '' };
const paragraph = { type: 'paragraph', version: 1, direction: 'ltr', format: '', indent: 0 };
const { id } = await payload.create({
  collection: 'forms',
  data: {
    title: 'Let us help you',
    submitButtonLabel: 'Send',
    confirmationType: 'message',
    confirmationMessage: {
      root: { ...paragraph, type: 'root', children: [{ ...paragraph, children: [text] }] },
    },
    fields: [
      field('text', 'name', 'Your name'),
      field('email', 'email', 'Email address'),
      field('text', 'phone', 'Phone number'),
    ],
  },
  // System: there are no users yet.
  overrideAccess: true,
});
process.stdout.write(`${id}\n`);
process.exit(0);
