import type { CollectionConfig } from 'payload';
import { hasRole, hiddenUnless, selfOr } from '#access/rules.ts';
import { ROLE_LABELS, ROLES } from '#domain/roles.ts';
import { env } from '#env.ts';

const onlyAdmins = hasRole('admin');

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Account', plural: 'Accounts' },
  disableDuplicate: true,
  auth: {
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: env.SITE_URL.startsWith('https:') },
  },
  access: {
    admin: ({ req }) => Boolean(req.user?.roles?.length),
    create: onlyAdmins,
    read: selfOr('admin'),
    update: selfOr('admin'),
    delete: onlyAdmins,
    unlock: onlyAdmins,
  },
  admin: {
    group: 'People and access',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles'],
    description: 'Who can sign in, and what they may do.',
    hidden: hiddenUnless('admin'),
    hideAPIURL: true,
    disableCopyToLocale: true,
  },
  endpoints: [
    {
      // An empty database must not belong to whoever finds it first.
      path: '/first-register',
      method: 'post',
      handler: () =>
        Response.json(
          { errors: [{ message: 'The first account is made with: npm run user -- create' }] },
          { status: 403 },
        ),
    },
  ],
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 100 },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
      access: { create: onlyAdmins, update: onlyAdmins },
      admin: { description: 'A person may hold several.' },
    },
  ],
};
