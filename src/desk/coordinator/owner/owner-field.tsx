import type { RelationshipFieldServerProps } from 'payload';
import { hasAnyRole } from '#platform/access/rules.ts';
import { loadColleagues } from './colleagues.ts';
import { OwnerSelect } from './owner-select.tsx';

/** The owner of a submission, with buttons to take it, give it back or assign it. */
export async function OwnerField({ path, payload, req }: RelationshipFieldServerProps) {
  if (!req.user) return null;
  return (
    <OwnerSelect
      path={path}
      userId={req.user.id}
      colleagues={await loadColleagues(payload)}
      mayAssign={hasAnyRole(req.user, 'lead', 'admin')}
    />
  );
}
