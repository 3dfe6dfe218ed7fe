import type { CollectionConfig } from 'payload';
import { ROLE_LABELS, ROLES } from '#domain/roles.ts';
import { hasRole, hiddenUnless, nobody, selfOr } from '#platform/access/rules.ts';
import { env } from '#platform/environment/env.ts';
import { confirmIdentity } from '#platform/sign-in/confirm-identity.ts';
import { refreshSessionEndpoint, signInEndpoint } from '#platform/sign-in/endpoints.ts';
import { forgotPasswordEndpoint } from '#platform/sign-in/forgot-password.ts';
import { limitSignInAttempts, refundSignInAttempt } from '#platform/sign-in/limit-attempts.ts';
import {
  endOtherSessions,
  notifyOwner,
  notifyOwnerOfReset,
} from '#platform/sign-in/notify-owner.ts';
import { RESET_MAIL } from '#platform/sign-in/reset-mail.ts';
import { IDLE_TIMEOUT_S, refreshSession } from '#platform/sign-in/session.ts';
import {
  requireStrongPassword,
  requireStrongResetPassword,
} from '#platform/sign-in/strong-password.ts';

const onlyAdmins = hasRole('admin');

export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Account', plural: 'Accounts' },
  disableDuplicate: true,
  auth: {
    tokenExpiration: IDLE_TIMEOUT_S,
    // Payload would lock the account, and so its owner out; we limit tries per client instead.
    maxLoginAttempts: 0,
    // A script that reads a response must not find a session token in it.
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
    beforeOperation: [limitSignInAttempts, requireStrongResetPassword],
    beforeValidate: [confirmIdentity, requireStrongPassword],
    beforeChange: [endOtherSessions],
    afterChange: [notifyOwner],
    afterOperation: [refundSignInAttempt, notifyOwnerOfReset],
    refresh: [refreshSession],
  },
  endpoints: [
    signInEndpoint,
    refreshSessionEndpoint,
    forgotPasswordEndpoint,
    {
      // Otherwise the first visitor of an empty installation would become its administrator.
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
      // No bulk edit: it cannot ask for the current password.
      admin: { description: 'A person may hold several.', disableBulkEdit: true },
    },
    {
      name: 'currentPassword',
      type: 'text',
      label: 'Your current password',
      // Compared with the stored password; never stored.
      virtual: true,
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        disableListFilter: true,
        components: { Field: '/desk/shared/current-password-field.tsx#CurrentPasswordField' },
      },
    },
  ],
};
