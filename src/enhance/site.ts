import { followWithBar } from './bar.ts';
import { keepTyped } from './keep-typed.ts';
import { leaveQuickly } from './quick-exit.ts';
import { sendWithoutReload } from './send.ts';
import { tellZone } from './visitor-zone.ts';

// The pages are whole without all this: each part improves what is there already.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-request]')) {
  tellZone(form);
  keepTyped(form);
  sendWithoutReload(form);
}
leaveQuickly();
followWithBar();
