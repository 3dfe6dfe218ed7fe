import { BESIDE, firstOf, type Typed, valuesOf } from '#forms/typed.ts';
import { typedInForm } from './form-typed.ts';
import { keep, kept } from './kept.ts';

/** Keeps what is typed, and puts it back after a reload or a way back: never over what has been typed meanwhile. */
export function keepTyped(form: HTMLFormElement): void {
  const slug = form.dataset.request ?? '';
  let isKept = false;
  const bringBack = () => {
    const before = kept(slug);
    if (!before) return;
    restore(form, before);
    isKept = true;
  };
  // A page that answers to a post has newer text than the store.
  if (form.dataset.typed === undefined) bringBack();
  const save = () => {
    isKept = keep(slug, toKeep(form));
  };
  form.addEventListener('input', save);
  form.addEventListener('change', save);
  if (form.dataset.firstStep !== undefined) {
    form.addEventListener('submit', (event) => {
      save();
      if (!isKept) return;
      // The whole form finds it in the store, and no page that was posted stands on the way back.
      event.preventDefault();
      location.assign(`${form.action}?from=${encodeURIComponent(location.pathname)}`);
    });
  }
  // Browsers show a page to who goes back as it was left: after a quick exit, it would tell what was typed.
  addEventListener('pagehide', () => {
    if (isKept) form.reset();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) bringBack();
  });
}

/** The box that nobody meets stays empty, and a proof of work belongs to the page in which it was done. */
function toKeep(form: HTMLFormElement): Typed {
  const { [BESIDE.website]: _, [BESIDE.proof]: __, ...typed } = typedInForm(form);
  return typed;
}

function restore(form: HTMLFormElement, typed: Typed): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) restoreInput(form, control, typed);
    else if (control instanceof HTMLTextAreaElement) restoreText(control, typed);
    else if (control instanceof HTMLSelectElement) restoreChoice(control, typed);
  }
}

function restoreInput(form: HTMLFormElement, control: HTMLInputElement, typed: Typed): void {
  const { name, type, value } = control;
  if (type === 'checkbox' || type === 'radio') {
    if (control.checked !== control.defaultChecked) return;
    if (name === BESIDE.consent && !sameWording(form, typed)) return;
    control.checked = valuesOf(typed, name).includes(value);
  } else if (name === BESIDE.key || name === BESIDE.rendered) {
    // What was sent once stays the same request, whether its answer arrived or not; and who reloads
    // opened the form before.
    control.value = firstOf(typed, name) ?? value;
  } else if (type !== 'hidden') restoreText(control, typed);
}

function restoreText(control: HTMLInputElement | HTMLTextAreaElement, typed: Typed): void {
  const before = firstOf(typed, control.name);
  if (before !== undefined && control.value === control.defaultValue) control.value = before;
}

function restoreChoice(control: HTMLSelectElement, typed: Typed): void {
  const before = firstOf(typed, control.name);
  const changed = [...control.options].some((one) => one.selected !== one.defaultSelected);
  if (changed && control.selectedIndex > 0) return;
  if ([...control.options].some(({ value }) => value === before)) control.value = before ?? '';
}

/** A tick stands for the words beside it: for others, it has to be set again. */
const sameWording = (form: HTMLFormElement, typed: Typed): boolean => {
  const now = typedInForm(form);
  return [BESIDE.consentText, BESIDE.consentVersion].every(
    (name) => firstOf(now, name) === firstOf(typed, name),
  );
};
