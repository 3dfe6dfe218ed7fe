import { renderToStaticMarkup } from 'react-dom/server';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { slotDays } from '#forms/slot-days.ts';
import { type OwnPage, SubmissionForm } from '#forms/submission-form.tsx';
import { invitationOf } from './invitation.ts';

/** Puts a form into the document as the server renders it on its own page. */
export function showForm(kind: SubmissionKind, own: Partial<OwnPage> = {}): HTMLFormElement {
  const page: OwnPage = {
    key: 'a-key-of-this-rendering',
    rendered: 'a-stamp-of-this-rendering',
    promise: 'A coordinator will call you today.',
    typed: {},
    problems: [],
    days: slotDays(['2026-11-25T14:00:00.000Z'], 'America/New_York'),
    timeZone: 'America/New_York',
    ...own,
  };
  document.body.innerHTML = renderToStaticMarkup(
    <SubmissionForm
      invitation={invitationOf(kind)}
      crisisLines={CRISIS_LINES}
      from="/articles/a"
      own={page}
    />,
  );
  const form = document.querySelector('form');
  if (!form) throw new Error('There is no form.');
  return form;
}

/** The control of this name. */
export function control(form: HTMLFormElement, name: string): HTMLInputElement {
  const found = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!found) throw new Error(`There is no control ${name}.`);
  return found;
}
