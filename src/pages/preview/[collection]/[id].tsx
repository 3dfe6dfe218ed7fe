import { findPreview } from '#data/previews.ts';
import { scriptPath } from '#platform/http/assets.ts';
import { page } from '#site/page.ts';
import { PreviewPage, type PreviewPageProps } from '#site/views/preview.tsx';

export const getServerSideProps = page<PreviewPageProps>(
  async ({ reader, params, req, path, frame }) => {
    const { collection = '', id = '' } = params;
    const found = await findPreview(reader, { collection, id }, req.headers, frame.crisisLines);
    if (!found) return 'withheld';
    return {
      view: { ...found.preview, script: scriptPath('preview') },
      head: { ...found.head, path, noIndex: true },
      cache: 'never',
      framed: true,
    };
  },
);

export default PreviewPage;
