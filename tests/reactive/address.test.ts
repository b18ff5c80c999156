import { describe, expect, test } from 'vitest';
import { href, PAGES, queryText } from '../../src/reactive/address';

describe('links', () => {
  test('lead to pages behind the #', () => {
    expect(href('today')).toBe('#/');
    expect(href('wayBack')).toBe('#/way-back');
  });

  test('carry what the page is about, made safe', () => {
    expect(href('client', { id: '7' })).toBe('#/clients/7');
    expect(href('client', { id: 'a/b ?#é' })).toBe('#/clients/a%2Fb%20%3F%23%C3%A9');
  });

  test('carry a query, leaving out what is empty', () => {
    expect(href('clients', {}, { status: 'lost', search: '', sort: undefined })).toBe(
      '#/clients?status=lost',
    );
    expect(queryText({ search: 'Zoë & co' })).toBe('?search=Zo%C3%AB+%26+co');
    expect(queryText()).toBe('');
  });

  test('no two pages share an address', () => {
    expect(new Set(Object.values(PAGES)).size).toBe(Object.keys(PAGES).length);
  });
});
