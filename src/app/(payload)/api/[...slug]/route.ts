// Payload's generated file, with our guard before each handler. Payload generates it only if it does not exist.
import config from '@payload-config';
import '@payloadcms/next/css';
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes';
import { guardRest } from '#platform/rest-guard/guard.ts';
import { limitUploads } from '#platform/pictures/limit-uploads.ts';

export const GET = guardRest(REST_GET(config));
export const POST = limitUploads(guardRest(REST_POST(config)));
export const DELETE = limitUploads(guardRest(REST_DELETE(config)));
export const PATCH = limitUploads(guardRest(REST_PATCH(config)));
export const PUT = guardRest(REST_PUT(config));
export const OPTIONS = guardRest(REST_OPTIONS(config));
