import { describe, expect, it } from 'vitest';
import { EDGE_OVERHEAD_MB, EnvironmentError, parseEnvironment } from './environment.ts';

const errorMessageFor = (name: string, value: string): string => {
  try {
    parseEnvironment({ [name]: value });
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
  }
  throw new Error(`${name}=${value} was accepted.`);
};

describe('the environment', () => {
  it('has a default for everything that needs one', () => {
    expect(parseEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: `${process.cwd()}/.data`,
      SITE_URL: 'http://localhost:3000',
    });
  });

  it('treats an empty variable as not set', () => {
    expect(parseEnvironment({ PORT: '', DATABASE_URI: '' })).toMatchObject({ PORT: 3000 });
    expect(parseEnvironment({ DATABASE_URI: '' }).DATABASE_URI).toBeUndefined();
  });

  it('derives SITE_URL from the port by default', () => {
    expect(parseEnvironment({ PORT: '4000' }).SITE_URL).toBe('http://localhost:4000');
    expect(parseEnvironment({ SITE_URL: 'https://example.org/' }).SITE_URL).toBe(
      'https://example.org',
    );
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['DATABASE_URI', 'postgres://localhost/x'],
    ['DATABASE_URI', 'mongodb://localhost/x'],
    ['PAYLOAD_SECRET', 'too-short'],
    ['SITE_URL', 'recovery.example'],
    ['SITE_URL', 'https://example.org/base'],
    ['SITE_URL', 'ftp://example.org'],
    ['DEMO_PASSWORD', 'short'],
    ['EDGE_MEMORY_MB', `${EDGE_OVERHEAD_MB + 15}`],
  ])('rejects %s=%s in one sentence that does not repeat the value', (name, value) => {
    const sentence = errorMessageFor(name, value);
    expect(sentence).toMatch(new RegExp(`^${name} must [^\\n]+\\.$`));
    expect(sentence).not.toContain(value.length > 5 ? value : `=${value}`);
  });

  it('accepts the smallest edge memory that leaves room for a cache', () => {
    const EDGE_MEMORY_MB = EDGE_OVERHEAD_MB + 16;
    expect(parseEnvironment({ EDGE_MEMORY_MB: `${EDGE_MEMORY_MB}` })).toMatchObject({
      EDGE_MEMORY_MB,
    });
  });

  it('accepts all Twilio variables together or none', () => {
    const all = {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: '0'.repeat(32),
      TWILIO_FROM: '+12125550100',
    };
    expect(parseEnvironment(all)).toMatchObject(all);
    for (const [name, value] of Object.entries(all)) {
      expect(errorMessageFor(name, value)).toMatch(
        /^TWILIO_\w+ and TWILIO_\w+ must be set as well: [^\n]+\.$/,
      );
    }
  });
});
