import { showCallToActionBar } from './call-to-action-bar.ts';
import { openDetailsForPrint } from './open-details-for-print.ts';
import { persistTyped } from './persist-typed.ts';
import { startProofOfWork } from './proof-of-work.ts';
import { enableQuickExit } from './quick-exit.ts';
import { offerSchemeChoice } from './scheme-choice.ts';
import { offerShare } from './share.ts';
import { submitWithFetch } from './submit-with-fetch.ts';
import { applyVisitorTimeZone } from './visitor-time-zone.ts';

// The script element names the path of the worker, which contains a hash.
const worker = document.currentScript?.dataset.proofWorker;

// Progressive enhancement: every page works without this script.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-request]')) {
  applyVisitorTimeZone(form);
  persistTyped(form);
  startProofOfWork(form, worker);
  submitWithFetch(form);
}
enableQuickExit();
showCallToActionBar();
offerSchemeChoice();
offerShare();
openDetailsForPrint();
