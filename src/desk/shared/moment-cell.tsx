import type { DefaultServerCellComponentProps } from 'payload';
import { DEFAULT_LOCALE } from '#domain/locales.ts';
import { shortMoment } from '#domain/time-zone.ts';
import { siteZone } from './site-zone.ts';

/** A moment in the Site's time zone, which is named. */
export async function MomentCell({ cellData, payload }: DefaultServerCellComponentProps) {
  if (!cellData) return null;
  const at = new Date(cellData);
  return (
    <time dateTime={at.toISOString()}>
      {shortMoment(at, await siteZone(payload), DEFAULT_LOCALE)}
    </time>
  );
}
