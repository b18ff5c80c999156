import type { ShopDb } from './shopDb';

/** How often entries were saved: rises with every change of what people wrote, as the revision does with sales, settings and cards. */
export async function readSaves(db: ShopDb): Promise<number> {
  const fact = await db.facts.get('saves');
  return fact?.key === 'saves' && Number.isInteger(fact.value) ? fact.value : 0;
}

/** Part of the transaction that saves entries; the number of saves before it. */
export async function countSave(db: ShopDb): Promise<number> {
  const saves = await readSaves(db);
  await db.facts.put({ key: 'saves', value: saves + 1 });
  return saves;
}
