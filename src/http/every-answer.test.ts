import { expect, it } from 'vitest';
import { everyAnswer } from './every-answer.ts';

it('who came over an encrypted connection comes over one again; elsewhere nothing is said of it', () => {
  const said = 'Strict-Transport-Security';
  expect(everyAnswer('https://example.org')[said]).toBe('max-age=63072000');
  expect(everyAnswer('http://localhost:3000')).not.toHaveProperty(said);
});
