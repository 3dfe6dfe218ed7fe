import type { CollectionConfig } from 'payload';
import { ROLE_LABELS, ROLES } from '#domain/roles.ts';
import { hasRole, hiddenUnless, nobody, selfOr } from '#platform/access/rules.ts';
import { env } from '#platform/environment/env.ts';
import { confirmIdentity } from '#platform/sign-in/confirm-identity.ts';
import { signIn, staySignedIn } from '#platform/sign-in/endpoints.ts';
import { forgottenPassword } from '#platform/sign-in/forgotten-password.ts';
import { giveTryBack, limitTries } from '#platform/sign-in/limit-tries.ts';
import { RESET_MAIL } from '#platform/sign-in/reset-mail.ts';
import { endSession, IDLE_S } from '#platform/sign-in/session.ts';
import { strongNewPassword, strongPassword } from '#platform/sign-in/strong-password.ts';
import { endOtherSessions, tellOwner, tellOwnerOfReset } from '#platform/sign-in/tell-owner.ts';

const onlyAdmins = hasRole('admin');

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Account', plural: 'Accounts' },
  disableDuplicate: true,
  auth: {
    tokenExpiration: IDLE_S,
    // Payload would lock the account, and so a colleague out: tries are limited by who tries.
    maxLoginAttempts: 0,
    // A script that reads an answer must not find a session in it.
    removeTokenFromResponses: true,
    forgotPassword: RESET_MAIL,
    cookies: { sameSite: 'Lax', secure: env.SITE_URL.startsWith('https:') },
  },
  access: {
    admin: ({ req }) => Boolean(req.user?.roles?.length),
    create: onlyAdmins,
    read: selfOr('admin'),
    update: selfOr('admin'),
    delete: onlyAdmins,
    unlock: nobody,
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
  hooks: {
    beforeOperation: [limitTries, strongNewPassword],
    beforeValidate: [confirmIdentity, strongPassword],
    beforeChange: [endOtherSessions],
    afterChange: [tellOwner],
    afterOperation: [giveTryBack, tellOwnerOfReset],
    refresh: [endSession],
  },
  endpoints: [
    signIn,
    staySignedIn,
    forgottenPassword,
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
      // One account at a time: in a list there is no place for the current password.
      admin: { description: 'A person may hold several.', disableBulkEdit: true },
    },
    {
      name: 'currentPassword',
      type: 'text',
      label: 'Your current password',
      // Compared with the stored one, and never stored itself.
      virtual: true,
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        disableListFilter: true,
        components: { Field: '/desk/shared/current-password.tsx#CurrentPassword' },
      },
    },
  ],
};
