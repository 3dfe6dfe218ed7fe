import { expect, it } from 'vitest';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import { getServerSideProps } from '#pages/search.tsx';
import type { SearchPageProps } from '#site/views/search.tsx';
import { ask } from '#tests/helpers/route.ts';
import { cabinet } from '#tests/helpers/specimens.ts';

const { specimen } = await cabinet();
await specimen('articles', 'Detox', { published: true });

const searched = async (typed: string) => {
  const path = `/search?${new URLSearchParams({ q: typed })}`;
  const { props } = await ask(getServerSideProps as never, path, {});
  return (props as { view: SearchPageProps }).view;
};

it.each(['i want to die', 'kill myself', 'suicidal', 'detox or kill myself'])(
  'who types “%s” may be in danger, and the page has the crisis lines',
  async (typed) => {
    const { found, crisisLines } = await searched(typed);
    expect(found?.inDanger).toBe(true);
    expect(crisisLines).toEqual(CRISIS_LINES);
  },
);

it('who types “detox” need not be', async () => {
  expect((await searched('detox')).found?.inDanger).toBe(false);
});
