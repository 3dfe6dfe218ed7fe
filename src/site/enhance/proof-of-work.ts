import { META_FIELDS } from '#forms/form-values.ts';
import { findHiddenControl, setHiddenControl } from './hidden-control.ts';

/** Age at which a proof is replaced; the server accepts it for two hours. */
const RENEW_AFTER_MS = 100 * 60_000;

/**
 * Starts a proof of work in a worker at the first input into a form, and adds its result to the form. Nothing waits
 * for it: a form that is submitted sooner has no proof.
 * @param script path of the worker's script
 */
export function startProofOfWork(form: HTMLFormElement, script: string | undefined): void {
  // Browsers offer Web Crypto in secure contexts only.
  if (!script || !window.isSecureContext || !window.Worker) return;
  form.addEventListener('input', () => {
    if (Date.now() - Number(form.dataset.proving ?? 0) < RENEW_AFTER_MS) return;
    form.dataset.proving = String(Date.now());
    const worker = new Worker(script);
    worker.addEventListener('message', ({ data }) => {
      if (data) setHiddenControl(form, META_FIELDS.proof, data);
      worker.terminate();
    });
  });
}

/** Removes the proof from a form: the server accepts each proof once. */
export function discardProof(form: HTMLFormElement): void {
  findHiddenControl(form, META_FIELDS.proof)?.remove();
  delete form.dataset.proving;
}
