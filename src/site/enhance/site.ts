import { followWithBar } from './bar.ts';
import { chooseScheme } from './choose-scheme.ts';
import { keepTyped } from './keep-typed.ts';
import { proveWork } from './proof.ts';
import { leaveQuickly } from './quick-exit.ts';
import { sendWithoutReload } from './send.ts';
import { offerShare } from './share.ts';
import { unfoldForPaper } from './unfold-for-paper.ts';
import { tellZone } from './visitor-zone.ts';

// Where the worker is stands at the tag by which this script was loaded.
const worker = document.currentScript?.dataset.proofWorker;

// The pages are whole without all this: each part improves what is there already.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-request]')) {
  tellZone(form);
  keepTyped(form);
  proveWork(form, worker);
  sendWithoutReload(form);
}
leaveQuickly();
followWithBar();
chooseScheme();
offerShare();
unfoldForPaper();
