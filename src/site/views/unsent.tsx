import { STAND } from '#domain/addresses.ts';
import type { SiteLayout } from '#domain/site-layout.ts';
import { SendAgain } from '#forms/restored-form.tsx';
import { NotSent } from './unavailable.tsx';

/**
 * The page by which a cache answers a form while nobody behind it can: it puts what was posted into the
 * place of the hidden input, and the path that was posted to into that of the page's own.
 */
export const UnsentFormPage = ({
  crisisLines,
  phoneLine,
}: Pick<SiteLayout, 'crisisLines' | 'phoneLine'>) => (
  <NotSent phoneLine={phoneLine}>
    <SendAgain action={STAND.unsent} crisisLines={crisisLines}>
      <input type="hidden" name="kept" />
    </SendAgain>
  </NotSent>
);
