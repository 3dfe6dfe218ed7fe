import type { SiteLayout } from '#domain/site-layout.ts';
import { FALLBACK_PATHS } from '#domain/site-paths.ts';
import { ResubmitForm } from '#forms/restored-form.tsx';
import { UnsentFormNotice } from './unavailable.tsx';

/**
 * The page that a cache serves for a form post while the origin is down. The cache replaces the hidden input by the
 * posted fields, and the form's action by the path of the post.
 */
export const UnsentFormPage = ({
  crisisLines,
  phoneLine,
}: Pick<SiteLayout, 'crisisLines' | 'phoneLine'>) => (
  <UnsentFormNotice phoneLine={phoneLine}>
    <ResubmitForm action={FALLBACK_PATHS.unsent} crisisLines={crisisLines}>
      <input type="hidden" name="kept" />
    </ResubmitForm>
  </UnsentFormNotice>
);
