import { readdirSync } from 'node:fs';
import { withPayload } from '@payloadcms/next/withPayload';
import { CACHE_CONTROL } from '#platform/http/headers.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  devIndicators: false,
  // Pictures are resized once, at upload: an open resizer would let anyone use up the processor.
  images: { unoptimized: true },
  // Types are checked on their own, tests included.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['payload', '@payloadcms/db-mongodb', 'mongoose', 'twilio'],
};

/** Paths of public files whose names do not change with their content. */
const unversioned = readdirSync('public', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/-[A-Z0-9]{8}\.js$/.test(entry.name))
  .map(({ parentPath, name }) => `${parentPath.slice('public'.length)}/${name}`);

const withAdmin = withPayload(config);

export default {
  ...withAdmin,
  async rewrites() {
    // Next would respond to these with pages that have scripts; the site responds with its own 404.
    const reserved = ['/404', '/_error', '/_next/data/:path*', '/_next/image'];
    return { beforeFiles: reserved.map((source) => ({ source, destination: '/not-found' })) };
  },
  async headers() {
    const admin = await withAdmin.headers();
    return [
      {
        // The names of these files change with their content.
        source: '/assets/:path*',
        headers: [{ key: 'Cache-Control', value: `public, max-age=${YEAR_S}, immutable` }],
      },
      ...unversioned.map((source) => ({
        source,
        headers: [{ key: 'Cache-Control', value: CACHE_CONTROL.shared }],
      })),
      {
        source: '/admin/:path*',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
      {
        // Payload sets no Cache-Control, and some responses are about visitors. Pictures have their own rules.
        source: '/api/:path((?!media/file/).*)',
        headers: [
          { key: 'Cache-Control', value: 'private, no-store' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
      // Payload's client hints would cost visitors' pages a second request.
      ...admin.map((rule) => ({ ...rule, source: '/admin/:path*' })),
    ];
  },
};
