import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import FilePick from '../../src/ui/FilePick.svelte';

const file = new File(['a;b'], 'sales.csv', { type: 'text/csv' });

const piece = (facts: { busy?: boolean; onpaste?: (text: string) => void } = {}) => {
  const onfiles = vi.fn();
  render(FilePick, { label: 'Choose a file', hint: 'It stays here', onfiles, ...facts });
  return { onfiles, input: screen.getByLabelText<HTMLInputElement>('Choose a file', { selector: 'input' }) };
};

const transfer = (facts: { files?: File[]; text?: string }) =>
  ({ files: facts.files ?? [], getData: () => facts.text ?? '' }) as unknown as DataTransfer;

const paste = (target: EventTarget, data: DataTransfer) => {
  const event = new Event('paste', { bubbles: true });
  Object.assign(event, { clipboardData: data });
  target.dispatchEvent(event);
};

test('a picked file is handed on, and the same one can be picked again', async () => {
  const { onfiles, input } = piece();
  await userEvent.upload(input, file);
  await userEvent.upload(input, file);
  expect(onfiles.mock.calls).toEqual([[[file]], [[file]]]);
  expect(input).toHaveAccessibleDescription('It stays here');
});

test('a dropped file is handed on', async () => {
  const { onfiles } = piece();
  const zone = screen.getByRole('group', { name: 'Choose a file' });
  await fireEvent.dragOver(zone);
  expect(screen.getByText('Drop the file to open it')).toBeInTheDocument();
  await fireEvent.drop(zone, { dataTransfer: transfer({ files: [file] }) });
  expect(onfiles).toHaveBeenCalledWith([file]);
  expect(screen.getByText('or drop it here')).toBeInTheDocument();
});

test('a table pasted anywhere on the page is handed on, a file as a file', () => {
  const onpaste = vi.fn();
  const { onfiles } = piece({ onpaste });
  paste(document.body, transfer({ text: 'Date\tClient' }));
  paste(document.body, transfer({ files: [file] }));
  paste(document.body, transfer({ text: '   ' }));
  expect(onpaste.mock.calls).toEqual([['Date\tClient']]);
  expect(onfiles).toHaveBeenCalledWith([file]);
});

test('what is pasted into a field stays in the field', () => {
  const onpaste = vi.fn();
  piece({ onpaste });
  const field = document.body.appendChild(document.createElement('textarea'));
  paste(field, transfer({ text: 'my note' }));
  field.remove();
  expect(onpaste).not.toHaveBeenCalled();
});

test('takes nothing while busy', async () => {
  const onpaste = vi.fn();
  const { onfiles, input } = piece({ busy: true, onpaste });
  await fireEvent.drop(screen.getByRole('group', { name: 'Choose a file' }), {
    dataTransfer: transfer({ files: [file] }),
  });
  paste(document.body, transfer({ text: 'Date' }));
  expect(input).toBeDisabled();
  expect(onfiles).not.toHaveBeenCalled();
  expect(onpaste).not.toHaveBeenCalled();
});
