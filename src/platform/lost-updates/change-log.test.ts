import type { FlattenedField } from 'payload';
import { describe, expect, it } from 'vitest';
import { appendChange, type Change, changedFields } from './change-log.ts';

const change = (minute: number, by: string | null, field: string, editId?: string): Change => ({
  at: new Date(minute * 60_000).toISOString(),
  by,
  fields: [field],
  ...(editId && { editId }),
});

const logOf = (...changes: Change[]) => changes.reduce<Change[]>(appendChange, []);

describe('the change log', () => {
  it('merges consecutive changes by one person, except the newest entry', () => {
    const log = logOf(
      change(1, 'sam', 'title'),
      change(2, 'sam', 'summary'),
      change(3, 'sam', 'title'),
      change(4, 'kim', 'slug'),
    );
    expect(log).toEqual(
      [{ ...change(3, 'sam', ''), fields: ['title', 'summary'] }, change(4, 'kim', 'slug')].map(
        (entry) => ({ ...entry, fields: expect.arrayContaining(entry.fields) }),
      ),
    );
  });

  it('merges saves of one form with the same edit id', () => {
    const [only, ...others] = logOf(
      change(1, 'sam', 'title', 'a'),
      change(2, 'sam', 'summary', 'a'),
    );
    expect(others).toEqual([]);
    expect(only).toMatchObject({ editId: 'a', fields: ['title', 'summary'] });
  });

  it('keeps the last twelve changes', () => {
    const people = Array.from({ length: 40 }, (_, at) => change(at, `person ${at}`, 'title'));
    expect(logOf(...people)).toHaveLength(12);
    expect(logOf(...people).at(-1)).toEqual(people.at(-1));
  });
});

describe('changed fields', () => {
  const fields = [
    { name: 'title' },
    { name: 'links' },
    { name: 'changeLog' },
    { name: 'note', virtual: true },
  ] as FlattenedField[];
  const names = (before: object, after: object) =>
    changedFields(fields, before as never, after as never).map(({ name }) => name);

  it.each([
    [{ title: 'a' }, { title: 'b' }, ['title']],
    [{ title: 'a' }, {}, []],
    [{ title: 'a', changeLog: [] }, { title: 'a', changeLog: [1] }, []],
    [{ title: null }, { title: '' }, []],
    [{ links: [] }, { links: null }, []],
    [{ links: [{ id: '1', label: 'a' }] }, { links: [{ label: 'a', id: '1', more: null }] }, []],
    [{ links: [1, 2] }, { links: [2, 1] }, ['links']],
    [{}, { note: null }, []],
    [{}, { note: 'Words' }, ['note']],
  ])('from %j to %j: %j', (before, after, expected) => {
    expect(names(before, after)).toEqual(expected);
  });
});
