/** The hidden control of this name, once it is there. */
export const hiddenControl = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);

/** Sends a value along with the form, in a hidden control of this name. */
export function setHidden(form: HTMLFormElement, name: string, value: string): HTMLInputElement {
  const control = hiddenControl(form, name) ?? document.createElement('input');
  Object.assign(control, { type: 'hidden', name, value });
  if (!control.form) form.append(control);
  return control;
}
