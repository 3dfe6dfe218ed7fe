import { expect, it } from 'vitest';
import { cabinet, SPECIMENS } from '#tests/helpers/specimens.ts';

const made = await cabinet();
const { api } = made;
const system = { collection: 'consent-texts', overrideAccess: true } as const;

it('a changed wording is a new version; what was replaced is kept as it was', async () => {
  const { id, wording } = await made.specimen('consent-texts', 'Texts');
  const first = String(wording);
  const update = (data: object) => api.update({ ...system, id: String(id), data });
  expect(await update({ name: 'Renamed' })).toMatchObject({ version: 1, earlier: [] });

  const second = `${first} Two.`;
  const third = `${first} Three.`;
  expect(await update({ wording: second })).toMatchObject({ version: 2, wording: second });
  expect(await update({ wording: third, version: 1, earlier: [] })).toMatchObject({
    version: 3,
    wording: third,
    earlier: [
      { version: 1, wording: first },
      { version: 2, wording: second },
    ],
  });
});

it('a wording without what the law asks for is refused, saying what is missing', async () => {
  await made.empty('consent-texts');
  const { wording, ...rest } = (await SPECIMENS['consent-texts']?.('Texts', made.has)) ?? {};
  for (const part of [
    '{brand}',
    'STOP',
    'HELP',
    'data rates',
    'condition',
    '{terms}',
    '{privacy}',
  ]) {
    const data = { ...rest, wording: String(wording).replace(part, '') } as never;
    const created = api.create({ ...system, data });
    await expect(created).rejects.toMatchObject({
      status: 400,
      data: { errors: [{ path: 'wording' }] },
    });
  }
});

it('a wording that visitors were shown cannot be deleted', async () => {
  await made.empty('consent-texts');
  const id = await made.has('consent-texts');
  await made.specimen('consent-records', 'As shown');
  await expect(api.delete({ ...system, id })).rejects.toMatchObject({ status: 409 });
  await made.empty('consent-records');
  await expect(api.delete({ ...system, id })).resolves.toMatchObject({ id });
});
