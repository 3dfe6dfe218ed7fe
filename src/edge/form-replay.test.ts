import { expect, it } from 'vitest';
import { renderFormReplay } from './form-replay.ts';

const PAGE = '<form action="/unsent"><input type="hidden" name="kept"/></form>';
const replay = (fields: [string, string][], action = '/requests/a') =>
  renderFormReplay(PAGE, {
    action,
    pagePath: '/unsent',
    fields,
    labels: { name: 'Your <b>name</b>' },
  });

it('contains all posted fields in order, and shows those that have labels', () => {
  const fields: [string, string][] = [
    ['name', 'A'],
    ['key', '1'],
    ['name', 'B'],
    ['empty', ''],
  ];
  const page = replay(fields);
  expect([...page.matchAll(/name="(\w+)" value="(\w*)"/g)].map(([, ...field]) => field)).toEqual(
    fields,
  );
  expect([...page.matchAll(/<dd>(\w)<\/dd>/g)].map(([, value]) => value)).toEqual(['A', 'B']);
  expect(page).toContain('<form action="/requests/a">');
});

it('escapes everything that was posted', () => {
  const markup = `"><script>a</script>'&$&$1<input type="hidden" name="kept"/>`;
  const page = replay(
    [
      ['name', markup],
      [markup, markup],
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
