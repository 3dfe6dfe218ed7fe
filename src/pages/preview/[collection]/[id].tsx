import { findPreview } from '#data/previews.ts';
import { scriptPath } from '#platform/http/assets.ts';
import { page } from '#site/page.ts';
import { PreviewPage, type PreviewPageProps } from '#site/views/preview.tsx';

export const getServerSideProps = page<PreviewPageProps>(
  async ({ reader, params, req, path, siteLayout }) => {
    const { collection = '', id = '' } = params;
    const draft = await findPreview(
      reader,
      { collection, id },
      req.headers,
      siteLayout.crisisLines,
    );
    if (!draft) return 'withheld';
    return {
      view: { ...draft.preview, script: scriptPath('preview') },
      head: { ...draft.head, path, noIndex: true },
      cache: 'never',
      framed: true,
    };
  },
);

export default PreviewPage;
