/** Stands for the head of the shop where a person's id is stored: nobody of the staff has it. Stored: never rename. */
export const HEAD = 'head';
