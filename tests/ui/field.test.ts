import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import Field from '../../src/ui/Field.svelte';

interface Control {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': string | undefined;
}

const input = createRawSnippet<[Control]>((control) => ({
  render: () => `<input />`,
  setup: (element) => {
    const { id, 'aria-describedby': described, 'aria-invalid': invalid } = control();
    element.id = id;
    if (described) element.setAttribute('aria-describedby', described);
    if (invalid) element.setAttribute('aria-invalid', invalid);
  },
}));

test('the control is named by the label and described by the hint', () => {
  render(Field, { label: 'Rent', hint: 'What you pay a month', children: input });
  const control = screen.getByRole('textbox', { name: 'Rent' });
  expect(control).toHaveAccessibleDescription('What you pay a month');
  expect(control).not.toHaveAttribute('aria-invalid');
});

test('an error is read out with the control', () => {
  render(Field, { label: 'Rent', hint: 'A month', error: 'Write a number', children: input });
  const control = screen.getByRole('textbox', { name: 'Rent' });
  expect(control).toHaveAccessibleDescription('A month Write a number');
  expect(control).toBeInvalid();
});

test('what may be left empty says so', () => {
  render(Field, { label: 'Phone', optional: true, children: input });
  expect(screen.getByText('(optional)')).toBeInTheDocument();
});
