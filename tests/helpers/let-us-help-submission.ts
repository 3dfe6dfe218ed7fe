import { randomInt } from 'node:crypto';
import { restAs } from './rest-as-role.ts';
import type { FindResult } from './rest-result-types.ts';

/** The form that most tests of the submission endpoints send. */
export const SLUG = 'let-us-help';

/** Returns answers with a unique phone number, and a name that has to be escaped in HTML. */
export const createAnswers = () => ({
  name: 'Ann <i>O’Hara</i>',
  email: 'ann@mail.example',
  phone: `(212) 555-0142 x${randomInt(10_000, 100_000)}`,
});

/** The name in `createAnswers`, as HTML shows it. */
export const ESCAPED_NAME = 'Ann &lt;i&gt;O’Hara&lt;/i&gt;';

/** Returns a submission for the JSON API. */
export const createSubmission = (answers: object = createAnswers()) => ({
  callToAction: SLUG,
  answers,
});

/** Returns the submissions with a phone number, as a coordinator sees them. */
export const findSubmissions = async ({ phone }: { phone: string }) =>
  (
    await restAs<FindResult>(
      'coordinator',
      'GET',
      `/form-submissions?where[phone][equals]=${encodeURIComponent(phone)}&depth=0`,
    )
  ).docs;
