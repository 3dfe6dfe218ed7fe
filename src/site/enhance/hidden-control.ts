/** Finds the hidden input of this name in a form. */
export const findHiddenControl = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`);

/** Sets the value of the hidden input of this name, and adds the input if the form has none. */
export function setHiddenControl(
  form: HTMLFormElement,
  name: string,
  value: string,
): HTMLInputElement {
  const control = findHiddenControl(form, name) ?? document.createElement('input');
  Object.assign(control, { type: 'hidden', name, value });
  if (!control.form) form.append(control);
  return control;
}
