import { expect, it } from 'vitest';
import { DATA_BUILDERS } from '#tests/helpers/document-data.ts';
import { documentFactory } from '#tests/helpers/document-factory.ts';

const { api, createDocument, deleteAll, sharedId } = await documentFactory();
const system = { collection: 'consent-texts', overrideAccess: true } as const;

it('a changed wording becomes a new version, and the replaced wordings are archived', async () => {
  const { id, wording } = await createDocument('consent-texts', 'Texts');
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

it('a wording without a part that the law requires is rejected', async () => {
  await deleteAll('consent-texts');
  const { wording, ...rest } = (await DATA_BUILDERS['consent-texts']?.('Texts', sharedId)) ?? {};
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

it('a wording with consent records cannot be deleted', async () => {
  await deleteAll('consent-texts');
  const id = await sharedId('consent-texts');
  await createDocument('consent-records', 'As shown');
  await expect(api.delete({ ...system, id })).rejects.toMatchObject({ status: 409 });
  await deleteAll('consent-records');
  await expect(api.delete({ ...system, id })).resolves.toMatchObject({ id });
});
