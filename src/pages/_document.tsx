import NextDocument, { Html, Main, Head as NextHead, NextScript } from 'next/document';
import { scriptPath } from '#http/assets.ts';

const PRODUCTION = process.env.NODE_ENV === 'production';

/** The head without the framework's scripts: pages are whole without them. */
class PlainHead extends NextHead {
  override getScripts = () => [];
  override getDynamicChunks = () => [];
  override getPolyfillScripts = () => [];
  override getPreNextScripts = () => <></>;
  override getPreloadDynamicChunks = () => [];
  override getPreloadMainLinks = () => [];
}

// Hot reload needs the framework's scripts; they are there in development only.
const Head = PRODUCTION ? PlainHead : NextHead;

/** The HTML around every page of the site. */
export default class Document extends NextDocument {
  override render() {
    return (
      <Html lang="en">
        <Head>
          <script src={scriptPath('site')} data-proof-worker={scriptPath('proof-worker')} defer />
        </Head>
        <body>
          <Main />
          {!PRODUCTION && <NextScript />}
        </body>
      </Html>
    );
  }
}
