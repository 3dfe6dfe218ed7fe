import { renderToStaticMarkup } from 'react-dom/server';
import { CRISIS_LINES } from '#domain/crisis-lines.ts';
import type { SubmissionKind } from '#domain/submission-kinds.ts';
import { type FormPageState, SubmissionForm } from '#forms/submission-form.tsx';
import { buildCallToActionView } from './call-to-action.ts';
import { buildFormPageState } from './form-page-state.ts';

/** Renders the page of a form as the server does, and puts it into the document of jsdom. */
export function renderForm(
  kind: SubmissionKind,
  overrides: Partial<FormPageState> = {},
): HTMLFormElement {
  document.body.innerHTML = renderToStaticMarkup(
    <SubmissionForm
      callToAction={buildCallToActionView(kind)}
      crisisLines={CRISIS_LINES}
      fromPath="/articles/a"
      pageState={buildFormPageState(['2026-11-25T14:00:00.000Z'], overrides)}
    />,
  );
  const form = document.querySelector('form');
  if (!form) throw new Error('There is no form.');
  return form;
}

/** Returns the control with a name; the first one of a group. */
export function findControl(form: HTMLFormElement, name: string): HTMLInputElement {
  const control = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!control) throw new Error(`There is no control ${name}.`);
  return control;
}
