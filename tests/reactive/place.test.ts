import { afterEach, describe, expect, test } from 'vitest';
import { goTo, place, setQuery } from '../../src/reactive/place';

afterEach(() => {
  location.hash = '';
});

describe('the place', () => {
  test('is the first page where the address names none', () => {
    expect([place.path, place.query]).toEqual(['/', {}]);
  });

  test('is what stands behind the #', () => {
    goTo('#/clients?status=lost&search=a%20b');
    expect([place.path, place.query]).toEqual(['/clients', { status: 'lost', search: 'a b' }]);
  });

  test('of an anchor that is no page is the first page', () => {
    location.hash = '#main';
    expect(place.path).toBe('/');
  });

  test('keeps the rest of the query when one part changes', () => {
    goTo('#/clients?status=lost&search=ann');
    setQuery({ search: undefined, sort: 'name' }, { step: true });
    expect([place.path, place.query]).toEqual(['/clients', { status: 'lost', sort: 'name' }]);
  });
});
