import fc from 'fast-check';
import {
  FORM_TYPE,
  type HostileRequest,
  JSON_TYPE,
  sample,
  withValue,
  wrongBody,
  wrongValue,
} from './request-arbitraries.ts';

const ANSWERS = {
  name: 'Fuzz O’Hara',
  email: 'fuzz@mail.example',
  phone: '(212) 555-0142',
  message: 'Words.',
};

/** Generates hostile submissions to the JSON API and to the form's address. */
export function hostileSubmissions(seed: number, count: number): HostileRequest[] {
  const request = { callToAction: 'let-us-help', answers: ANSWERS };
  const json = (body: string, kind: string, more: Record<string, string> = {}): HostileRequest => ({
    method: 'POST',
    path: '/api/requests',
    headers: { ...JSON_TYPE, ...more },
    kind,
    body: Buffer.from(body, 'utf8'),
  });
  const form = (body: string, kind: string): HostileRequest => ({
    method: 'POST',
    path: '/requests/let-us-help',
    headers: FORM_TYPE,
    kind,
    body: Buffer.from(body, 'latin1'),
  });
  const answer = fc.constantFrom(...Object.keys(ANSWERS).filter((name) => name !== 'message'));
  const unknown = fc.constantFrom(
    '__proto__',
    'constructor',
    '$where',
    'status',
    'answers.name',
    '',
  );
  const anyName = fc.oneof(answer, unknown);
  const word = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed());
  const fields = new URLSearchParams(ANSWERS).toString();
  const arbitrary = fc.oneof(
    { arbitrary: validSubmission(request, fields), weight: 1 },
    {
      arbitrary: fc
        .tuple(answer, wrongValue)
        .map(([name, value]) =>
          json(
            `{"callToAction":"let-us-help","answers":${withValue(ANSWERS, name, value)}}`,
            `${name}: ${value.slice(0, 30)}`,
          ),
        ),
      weight: 6,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('callToAction', 'answers', 'consent', 'voicemail'), wrongValue)
        .filter(([name, value]) => name !== 'voicemail' || value !== 'true')
        .map(([name, value]) => json(withValue(request, name, value), `${name}: ${value}`)),
      weight: 4,
    },
    {
      arbitrary: fc
        .tuple(unknown, wrongValue)
        .map(([name, value]) =>
          json(`{${JSON.stringify(name)}:${value},${JSON.stringify(request).slice(1)}`, 'unknown'),
        ),
      weight: 3,
    },
    {
      arbitrary: wrongBody(JSON.stringify(request), JSON_TYPE).map((part) => ({
        ...json('', ''),
        ...part,
      })),
      weight: 6,
    },
    {
      arbitrary: fc
        .array(fc.tuple(fc.oneof(anyName, word), word), { maxLength: 60 })
        .map((pairs) =>
          form(
            pairs
              .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
              .join('&'),
            'fields',
          ),
        ),
      weight: 3,
    },
    {
      arbitrary: fc
        .tuple(
          answer,
          fc.constantFrom('%', '%E0%A4%A', '%ED%A0%80', '%00', '&', '', '[$ne]=x', '=='),
        )
        .map(([name, value]) =>
          form(`${fields}&${name}=${value}&answers[${name}][$ne]=`, 'broken fields'),
        ),
      weight: 3,
    },
    {
      arbitrary: wrongBody(fields, FORM_TYPE).map((part) => ({ ...form('', ''), ...part })),
      weight: 3,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'), fc.boolean())
        .map(([method, asForm]) => ({
          ...(asForm ? form(fields, method) : json(JSON.stringify(request), method)),
          method,
        })),
      weight: 1,
    },
  );
  return sample(arbitrary, seed, count);
}

/** Generates valid submissions to either address, each with an idempotency key of its own. */
function validSubmission(request: object, fields: string): fc.Arbitrary<HostileRequest> {
  return fc.tuple(fc.uuid(), fc.boolean()).map(
    ([key, asForm]): HostileRequest => ({
      method: 'POST',
      path: asForm ? '/requests/let-us-help' : '/api/requests',
      headers: asForm ? FORM_TYPE : { ...JSON_TYPE, 'Idempotency-Key': key },
      body: Buffer.from(asForm ? `${fields}&key=${key}` : JSON.stringify(request)),
      kind: 'valid',
      isValid: true,
    }),
  );
}
