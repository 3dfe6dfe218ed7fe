import type { FieldProblem } from '#domain/field-problem.ts';
import { ERROR_PREFIX } from '#domain/page-title.ts';

/**
 * Shows the problems of a form exactly as the server would render them: beside the fields, in the error summary and
 * in the title. Moves the focus to the summary; an empty list removes all messages.
 */
export function showProblems(form: HTMLFormElement, problems: readonly FieldProblem[]): void {
  for (const errorElement of form.querySelectorAll<HTMLElement>('[data-error-for]')) {
    const message = problems.find(({ name }) => name === errorElement.dataset.errorFor)?.message;
    showInline(errorElement, message);
  }
  const summary = form.querySelector<HTMLElement>('[data-errors]');
  const list = summary?.querySelector('ul');
  if (!summary || !list) return;
  list.replaceChildren(...problems.map((problem) => createSummaryItem(form, problem)));
  summary.hidden = problems.length === 0;
  document.title = document.title.replace(ERROR_PREFIX, '');
  if (problems.length === 0) return;
  document.title = ERROR_PREFIX + document.title;
  summary.focus();
}

function showInline(errorElement: HTMLElement, message = ''): void {
  errorElement.textContent = message;
  errorElement.hidden = message === '';
  const { id: errorId, parentElement } = errorElement;
  const isGroup = parentElement instanceof HTMLFieldSetElement;
  const control = isGroup ? parentElement : document.getElementById(errorId.replace(/-error$/, ''));
  if (!control) return;
  const descriptions = (control.getAttribute('aria-describedby') ?? '').split(' ');
  const others = descriptions.filter((id) => id !== '' && id !== errorId);
  setOrRemove(control, 'aria-describedby', [...others, ...(message ? [errorId] : [])].join(' '));
  if (!isGroup) setOrRemove(control, 'aria-invalid', message && 'true');
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

function createSummaryItem(form: HTMLFormElement, { name, message }: FieldProblem): HTMLLIElement {
  const item = document.createElement('li');
  const id = `${form.dataset.request}-${name}`;
  if (!document.getElementById(id)) {
    item.textContent = message;
    return item;
  }
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = message;
  item.append(link);
  return item;
}
