import { BESIDE } from '#forms/typed.ts';
import { hiddenControl, setHidden } from './hidden-control.ts';

/** The server takes a proof for two hours. */
const FRESH_MS = 100 * 60_000;

/**
 * Has the browser do a proof of work beside the page, as soon as somebody begins to fill in the form.
 * Nobody waits for it: what is sent sooner goes without.
 * @param script the path of the worker
 */
export function proveWork(form: HTMLFormElement, script: string | undefined): void {
  // Without TLS a browser has nothing to do the work with.
  if (!script || !window.isSecureContext || !window.Worker) return;
  form.addEventListener('input', () => {
    if (Date.now() - Number(form.dataset.proving ?? 0) < FRESH_MS) return;
    form.dataset.proving = String(Date.now());
    const worker = new Worker(script);
    worker.addEventListener('message', ({ data }) => {
      if (data) setHidden(form, BESIDE.proof, data);
      worker.terminate();
    });
  });
}

/** A proof counts once: what is sent from now on needs another one. */
export function dropProof(form: HTMLFormElement): void {
  hiddenControl(form, BESIDE.proof)?.remove();
  delete form.dataset.proving;
}
