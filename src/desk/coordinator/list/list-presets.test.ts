import { expect, it } from 'vitest';
import { findActivePreset, listPresets } from './list-presets.ts';

const presets = listPresets('6b05');
const queryOf = (href: string) =>
  Object.fromEntries(new URL(href, 'http://site').searchParams.entries());

it('finds each preset by its own URL', () => {
  for (const preset of presets)
    expect(findActivePreset(presets, queryOf(preset.href))).toBe(preset);
});

it('ignores paging and sorting', () => {
  expect(findActivePreset(presets, { page: '2', sort: '-receivedAt' })?.label).toBe('All');
});

it('finds no preset for custom filters', () => {
  const both = { ...queryOf(presets[1]?.href ?? ''), ...queryOf(presets[2]?.href ?? '') };
  expect(findActivePreset(presets, both)).toBeUndefined();
});
