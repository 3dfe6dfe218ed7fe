import type { FieldProblem } from '#domain/field-problem.ts';
import { ERROR } from '#domain/page-title.ts';

/** Shows what has to be mended in the places in which the server would, and leads there. */
export function showProblems(form: HTMLFormElement, problems: readonly FieldProblem[]): void {
  for (const place of form.querySelectorAll<HTMLElement>('[data-error-for]')) {
    const message = problems.find(({ name }) => name === place.dataset.errorFor)?.message;
    showInline(place, message);
  }
  const summary = form.querySelector<HTMLElement>('[data-errors]');
  const list = summary?.querySelector('ul');
  if (!summary || !list) return;
  list.replaceChildren(...problems.map((problem) => lineFor(form, problem)));
  summary.hidden = problems.length === 0;
  document.title = document.title.replace(ERROR, '');
  if (problems.length === 0) return;
  document.title = ERROR + document.title;
  summary.focus();
}

function showInline(place: HTMLElement, message = ''): void {
  place.textContent = message;
  place.hidden = message === '';
  const frame = place.parentElement;
  const isGroup = frame instanceof HTMLFieldSetElement;
  const control = isGroup ? frame : document.getElementById(place.id.replace(/-error$/, ''));
  if (!control) return;
  const notes = (control.getAttribute('aria-describedby') ?? '').split(' ');
  const others = notes.filter((id) => id !== '' && id !== place.id);
  setOrRemove(control, 'aria-describedby', [...others, ...(message ? [place.id] : [])].join(' '));
  if (!isGroup) setOrRemove(control, 'aria-invalid', message && 'true');
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
}

function lineFor(form: HTMLFormElement, { name, message }: FieldProblem): HTMLLIElement {
  const line = document.createElement('li');
  const id = `${form.dataset.request}-${name}`;
  if (!document.getElementById(id)) {
    line.textContent = message;
    return line;
  }
  const link = document.createElement('a');
  link.href = `#${id}`;
  link.textContent = message;
  line.append(link);
  return line;
}
