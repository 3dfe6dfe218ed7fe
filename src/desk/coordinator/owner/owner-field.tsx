import type { RelationshipFieldServerProps } from 'payload';
import { holds } from '#platform/access/rules.ts';
import { colleagues } from './colleagues.ts';
import { OwnerChoice } from './owner-choice.tsx';

/** Who works on a request: take it, give it back, or assign it. */
export async function OwnerField({ path, payload, req }: RelationshipFieldServerProps) {
  if (!req.user) return null;
  return (
    <OwnerChoice
      path={path}
      me={req.user.id}
      colleagues={await colleagues(payload)}
      assigns={holds(req.user, 'lead', 'admin')}
    />
  );
}
