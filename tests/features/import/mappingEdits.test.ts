import { describe, expect, test } from 'vitest';
import {
  fits,
  moneyFrom,
  settled,
  stillGuessed,
  withColumn,
  withMoneyFrom,
} from '../../../src/features/import/mappingEdits';
import { aMapping, aSurvey } from '../../support/aDraft';

describe('choosing a column for a field', () => {
  test('puts the column there', () => {
    expect(withColumn(aMapping(), 'employee', 5).columns).toEqual({
      date: 0,
      client: 1,
      quantity: 2,
      amount: 3,
      employee: 5,
    });
  });

  test('takes the column from the field that had it: one column means one thing', () => {
    const moved = withColumn(aMapping(), 'name', 1);
    expect(moved.columns.name).toBe(1);
    expect(moved.columns.client).toBeUndefined();
  });

  test('no column takes the field out', () => {
    expect(withColumn(aMapping(), 'amount', undefined).columns).toEqual({ date: 0, client: 1, quantity: 2 });
  });
});

describe('rules that put an amount together', () => {
  const rules = { plus: [4], minus: [2, 5], everyLine: { receipt: 1, amount: 'order' as const }, time: 0 };

  test('fall away with its column, and the new column is not taken off itself', () => {
    expect(withColumn(aMapping({ rules }), 'amount', 5).rules).toEqual({ minus: [2], time: 0 });
    expect(withColumn(aMapping({ rules: { plus: [4] } }), 'amount', 4)).not.toHaveProperty('rules');
  });

  test('stay while another column is chosen for something else', () => {
    expect(withColumn(aMapping({ rules }), 'employee', 5).rules).toEqual(rules);
  });
});

describe('where the money comes from', () => {
  test('is the amount, pieces × price, or nothing when visits are counted', () => {
    expect(moneyFrom(aMapping())).toBe('amount');
    expect(moneyFrom(aMapping({ columns: { date: 0, quantity: 2, price: 4 } }))).toBe('product');
    expect(moneyFrom(aMapping({ countVisits: true }))).toBe('visits');
  });

  test('without any money the amount is what is asked for', () => {
    expect(moneyFrom(aMapping({ columns: { date: 0, client: 1 } }))).toBe('amount');
  });

  test('pieces × price drops the amount, and going back brings it back', () => {
    const proposed = aMapping({ columns: { date: 0, client: 1, quantity: 2, price: 4, amount: 3 } });
    const product = withMoneyFrom(settled(proposed), 'product', proposed);
    expect(product.columns).toEqual({ date: 0, client: 1, quantity: 2, price: 4 });
    expect(withMoneyFrom(product, 'amount', proposed).columns).toEqual({
      date: 0,
      client: 1,
      quantity: 2,
      amount: 3,
    });
  });

  test('counting visits drops all money, and going back counts none any more', () => {
    const visits = withMoneyFrom(aMapping(), 'visits', aMapping());
    expect(visits).toMatchObject({ countVisits: true, columns: { date: 0, client: 1, quantity: 2 } });
    expect(visits.columns.amount).toBeUndefined();
    expect(withMoneyFrom(visits, 'amount', aMapping())).toMatchObject({
      countVisits: false,
      columns: { amount: 3 },
    });
  });

  test('a column that was given to another field meanwhile does not come back', () => {
    const product = withColumn(withMoneyFrom(aMapping(), 'product', aMapping()), 'cost', 3);
    expect(withMoneyFrom(product, 'amount', aMapping()).columns.amount).toBeUndefined();
  });

  test('a price beside an amount has no say', () => {
    const both = aMapping({ columns: { date: 0, client: 1, quantity: 2, price: 4, amount: 3 } });
    expect(settled(both).columns.price).toBeUndefined();
  });
});

test('a field stays a guess until its column is changed', () => {
  const survey = aSurvey({ guessed: ['client', 'amount'] });
  expect(stillGuessed(survey, survey.mapping)).toEqual(['client', 'amount']);
  expect(stillGuessed(survey, withColumn(survey.mapping, 'client', 5))).toEqual(['amount']);
});

test('remembered columns fit only a file that has them all', () => {
  expect(fits(aMapping(), 6)).toBe(true);
  expect(fits(aMapping(), 3)).toBe(false);
});
