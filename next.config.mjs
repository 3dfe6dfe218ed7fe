import { readdirSync } from 'node:fs';
import { withPayload } from '@payloadcms/next/withPayload';
import { CACHE } from '#platform/http/headers.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  // Pictures are resized once, when they come in: nobody else may have us do it at every size.
  images: { unoptimized: true },
  // Types are checked on their own, tests included.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['payload', '@payloadcms/db-mongodb', 'mongoose', 'twilio'],
};

/** Files that keep their names when their content changes. */
const named = readdirSync('public', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/-[A-Z0-9]{8}\.js$/.test(entry.name))
  .map(({ parentPath, name }) => `${parentPath.slice('public'.length)}/${name}`);

const withAdmin = withPayload(config);

export default {
  ...withAdmin,
  async rewrites() {
    // Next answers these itself, with scripts: here they are pages that are not there, like any other.
    const own = ['/404', '/_error', '/_next/data/:path*', '/_next/image'];
    return { beforeFiles: own.map((source) => ({ source, destination: '/not-found' })) };
  },
  async headers() {
    const admin = await withAdmin.headers();
    return [
      {
        // The names of these files change with their content.
        source: '/assets/:path*',
        headers: [{ key: 'Cache-Control', value: `public, max-age=${YEAR_S}, immutable` }],
      },
      ...named.map((source) => ({
        source,
        headers: [{ key: 'Cache-Control', value: CACHE.shared }],
      })),
      {
        source: '/admin/:path*',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
      {
        // Payload says nothing of it, and some answers are about visitors. Pictures have rules of their own.
        source: '/api/:path((?!media/file/).*)',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
      // What Payload asks of every browser would cost visitors' pages a second request.
      ...admin.map((rule) => ({ ...rule, source: '/admin/:path*' })),
    ];
  },
};
