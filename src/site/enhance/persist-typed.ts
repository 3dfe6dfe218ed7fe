import { type FormValues, firstValueOf, META_FIELDS, valuesOf } from '#forms/form-values.ts';
import { readTyped } from './read-typed.ts';
import { loadTyped, saveTyped } from './typed-storage.ts';

/** Stores form input in the tab, and restores it after a reload or Back. Never overwrites newer input. */
export function persistTyped(form: HTMLFormElement): void {
  const slug = form.dataset.request ?? '';
  let isSaved = false;
  const restoreSaved = () => {
    const saved = loadTyped(slug);
    if (!saved) return;
    restore(form, saved);
    isSaved = true;
  };
  // A page that responds to a post has newer input than the storage.
  if (form.dataset.typed === undefined) restoreSaved();
  const save = () => {
    isSaved = saveTyped(slug, valuesToSave(form));
  };
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  if (form.dataset.firstStep !== undefined) {
    form.addEventListener('submit', (event) => {
      save();
      if (!isSaved) return;
      // The second step reads the input from the storage. A GET leaves no posted page in the history.
      event.preventDefault();
      location.assign(`${form.action}?from=${encodeURIComponent(location.pathname)}`);
    });
  }
  // The back/forward cache preserves input: after a quick exit, Back would reveal it.
  addEventListener('pagehide', () => {
    if (isSaved) form.reset();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) restoreSaved();
  });
}

/** Leaves out the honeypot, which must stay empty, and the proof of work, which belongs to one page. */
function valuesToSave(form: HTMLFormElement): FormValues {
  const { [META_FIELDS.website]: _, [META_FIELDS.proof]: __, ...typed } = readTyped(form);
  return typed;
}

function restore(form: HTMLFormElement, typed: FormValues): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) restoreInput(form, control, typed);
    else if (control instanceof HTMLTextAreaElement) restoreText(control, typed);
    else if (control instanceof HTMLSelectElement) restoreChoice(control, typed);
  }
}

function restoreInput(form: HTMLFormElement, control: HTMLInputElement, typed: FormValues): void {
  const { name, type, value } = control;
  if (type === 'checkbox' || type === 'radio') {
    if (control.checked !== control.defaultChecked) return;
    if (name === META_FIELDS.consent && !isSameWording(form, typed)) return;
    control.checked = valuesOf(typed, name).includes(value);
  } else if (name === META_FIELDS.key || name === META_FIELDS.rendered) {
    // After a reload, the form is still the same submission, opened at the same time: the response to an earlier
    // attempt may have been lost.
    control.value = firstValueOf(typed, name) ?? value;
  } else if (type !== 'hidden') restoreText(control, typed);
}

function restoreText(control: HTMLInputElement | HTMLTextAreaElement, typed: FormValues): void {
  const saved = firstValueOf(typed, control.name);
  if (saved !== undefined && control.value === control.defaultValue) control.value = saved;
}

function restoreChoice(control: HTMLSelectElement, typed: FormValues): void {
  const saved = firstValueOf(typed, control.name);
  const isChanged = [...control.options].some(
    (option) => option.selected !== option.defaultSelected,
  );
  if (isChanged && control.selectedIndex > 0) return;
  if ([...control.options].some(({ value }) => value === saved)) control.value = saved ?? '';
}

/** True if the consent text has not changed: consent to another wording has to be given again. */
const isSameWording = (form: HTMLFormElement, typed: FormValues): boolean => {
  const current = readTyped(form);
  return [META_FIELDS.consentText, META_FIELDS.consentVersion].every(
    (name) => firstValueOf(current, name) === firstValueOf(typed, name),
  );
};
