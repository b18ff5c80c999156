import { describe, expect, test } from 'vitest';
import { changedEntry, newEntry, notesOf, saveNotes } from '../../src/reactive/notes';
import { aSession } from '../support/aSession';
import { someEntries } from '../support/entries';

describe('writing about a shop', () => {
  test('a new entry is the first save of itself, and the next one follows it', () => {
    const { day, sort, text } = someEntries.event;
    const first = newEntry('event', { day, sort, text });
    expect(first).toMatchObject({ kind: 'event', day, sort, text, rev: 1 });
    expect(newEntry('event', { day, sort, text }).id).not.toBe(first.id);
    const next = changedEntry(first, { text: 'Moved' });
    expect(next).toMatchObject({ id: first.id, text: 'Moved', rev: 2 });
    expect(next.changedAt).toBeGreaterThanOrEqual(first.changedAt);
    expect(first.text).toBe(text);
  });

  test('what was saved is asked for again, and the shop counts as changed', async () => {
    const { session, asked } = aSession({ answers: { saveEntries: () => null } });
    const before = session.notes;
    const change = { put: [someEntries.event] };
    await saveNotes(session, change);
    expect(asked).toEqual([{ name: 'saveEntries', input: { shopId: 'shop-1', change } }]);
    expect(session.notes).toBe(before + 1);
    expect(session.shop?.changedAt).toBeGreaterThan(0);
  });

  test('what could not be saved is not taken for saved', async () => {
    const { session } = aSession({ answers: { saveEntries: () => Promise.reject(new Error('full')) } });
    const before = session.notes;
    await expect(saveNotes(session, { put: [someEntries.event] })).rejects.toThrow('full');
    expect(session.notes).toBe(before);
  });

  test('lists of a kind stand in the order in which they were written', () => {
    const late = { ...someEntries.event, id: 'a', madeAt: 2_000 };
    const twin = { ...someEntries.event, id: 'b', madeAt: 1_000 };
    const entries = [late, someEntries.cause, twin, someEntries.event];
    expect(notesOf(entries, 'event').map(({ id }) => id)).toEqual(['b', 'event-1', 'a']);
    expect(notesOf(undefined, 'event')).toEqual([]);
  });
});
