// Payload generates this file where there is none; it stands as it is, with our guard before each handler.
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
import { guarded } from '#platform/rest-guard/guard.ts';
import { inTurns } from '#platform/pictures/upload-turns.ts';

export const GET = guarded(REST_GET(config));
export const POST = inTurns(guarded(REST_POST(config)));
export const DELETE = inTurns(guarded(REST_DELETE(config)));
export const PATCH = inTurns(guarded(REST_PATCH(config)));
export const PUT = guarded(REST_PUT(config));
export const OPTIONS = guarded(REST_OPTIONS(config));
