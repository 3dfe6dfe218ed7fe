'use client';

import { useAuth } from '@payloadcms/ui';
import { type ReactNode, useEffect, useRef } from 'react';

/** So often at most, a person who is at work is signed in anew; a session lasts longer. */
const EVERY_MS = 5 * 60 * 1000;

/** Who types or clicks is not idle: Payload itself would only count a change of page. */
export function StaySignedIn({ children }: { children: ReactNode }) {
  const { refreshCookie } = useAuth();
  const refresh = useRef(refreshCookie);
  refresh.current = refreshCookie;
  useEffect(() => {
    let last = Date.now();
    const active = () => {
      if (Date.now() - last < EVERY_MS) return;
      last = Date.now();
      refresh.current(true);
    };
    const kinds = ['keydown', 'pointerdown'] as const;
    for (const kind of kinds) window.addEventListener(kind, active, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, active);
    };
  }, []);
  return children;
}
