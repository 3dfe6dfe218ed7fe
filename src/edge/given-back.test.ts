import { expect, it } from 'vitest';
import { giveBack } from './given-back.ts';

const PAGE = '<form action="/unsent"><input type="hidden" name="kept"/></form>';
const given = (fields: [string, string][], address = '/requests/a') =>
  giveBack(PAGE, { address, own: '/unsent', fields, labels: { name: 'Your <b>name</b>' } });

it('holds all that was posted, in its order, and shows what people may look at', () => {
  const all: [string, string][] = [
    ['name', 'A'],
    ['key', '1'],
    ['name', 'B'],
    ['empty', ''],
  ];
  const page = given(all);
  expect([...page.matchAll(/name="(\w+)" value="(\w*)"/g)].map(([, ...one]) => one)).toEqual(all);
  expect([...page.matchAll(/<dd>(\w)<\/dd>/g)].map(([, value]) => value)).toEqual(['A', 'B']);
  expect(page).toContain('<form action="/requests/a">');
});

it('takes nothing that was posted for a part of the page', () => {
  const sharp = `"><script>a</script>'&$&$1<input type="hidden" name="kept"/>`;
  const page = given(
    [
      ['name', sharp],
      [sharp, sharp],
      ['__proto__', 'a'],
    ],
    `/a?"><script>$&`,
  );
  expect(page.match(/<(\/?)(\w+)/g)).toEqual([
    '<form',
    '<input',
    '<input',
    '<input',
    '<dl',
    '<dt',
    '</dt',
    '<dd',
    '</dd',
    '</dl',
    '</form',
  ]);
});
