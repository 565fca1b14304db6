// The list of the kabupaten while it is open: what the arrows, the pointer and Escape do to it.
import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import RegionPicker from '../src/permohonan/RegionPicker.svelte';
import { showCase } from './case-show';
import { FakeBackend } from './fake-backend';
import { CaseBackend, comparedCase, places } from './fake-case';
import { show, violations } from './show';

afterEach(async () => {
  // The focus that goes back after a dialog belongs to this test and not to the next.
  await new Promise((done) => setTimeout(done));
});

function showPicker(answer: (text: string) => ReturnType<typeof places> = places) {
  const store = vi.fn<(code: string) => void>();
  const done = vi.fn();
  const backend = new FakeBackend({ region_search: ({ text }) => answer(text) });
  const props = { label: 'Kabupaten', code: '', keep: () => undefined, store, done };
  const { user } = show(RegionPicker, props, backend);
  return { user, store, done, field: screen.getByRole('combobox', { name: 'Kabupaten' }) };
}

const marked = () =>
  document.getElementById(screen.getByRole('combobox').getAttribute('aria-activedescendant') ?? '');

test('the open list has no violation, and the field points to the entry that Enter takes', async () => {
  const { user, field } = showPicker();
  await user.type(field, 'pekalongan');
  await waitFor(() => expect(marked()).toHaveTextContent('Kabupaten Pekalongan'));
  expect(field).toHaveAttribute('aria-expanded', 'true');
  expect(await violations()).toEqual([]);
});

test('the arrows wrap, and Enter stores the marked entry once and goes on', async () => {
  const { user, field, store, done } = showPicker();
  await user.type(field, 'pekalongan');
  await waitFor(() => expect(marked()).toHaveTextContent('Kabupaten Pekalongan'));
  await user.keyboard('{ArrowUp}');
  expect(marked()).toHaveTextContent('Kota Pekalongan');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(store).toHaveBeenCalledExactlyOnceWith('3375');
  await waitFor(() => expect(done).toHaveBeenCalledOnce());
  expect(field).toHaveValue('Kota Pekalongan, Jawa Tengah');
  expect(field).toHaveAttribute('aria-expanded', 'false');
});

test('the first entry of the newest answer is marked, wherever it stood before', async () => {
  const { user, field, store } = showPicker((text) =>
    text.length > 4 ? places('pekalongan').reverse() : places('pekalongan'),
  );
  await user.type(field, 'peka');
  await waitFor(() => expect(marked()).toHaveTextContent('Kabupaten Pekalongan'));
  await user.type(field, 'l');
  await waitFor(() => expect(marked()).toHaveTextContent('Kota Pekalongan'));
  await user.keyboard('{Enter}');
  expect(store).toHaveBeenCalledExactlyOnceWith('3375');
});

test('a mouse that lies on the list changes nothing, a press takes and stays in the field', async () => {
  const { user, field, store, done } = showPicker();
  await user.type(field, 'pekalongan');
  const second = await screen.findByRole('option', { name: /Kota Pekalongan/ });
  await waitFor(() => expect(marked()).toHaveTextContent('Kabupaten Pekalongan'));
  await fireEvent.pointerMove(second);
  expect(marked()).toHaveTextContent('Kabupaten Pekalongan');
  await user.click(second);
  expect(store).toHaveBeenCalledExactlyOnceWith('3375');
  expect(field).toHaveFocus();
  expect(done).not.toHaveBeenCalled();
});

test('fewer than three letters open nothing, and words without a place say so', async () => {
  const { user, field } = showPicker();
  await user.type(field, 'ba{ArrowDown}');
  expect(field).toHaveAttribute('aria-expanded', 'false');
  await user.type(field, 'x');
  expect(await screen.findByText('Tidak ada kabupaten atau kota dengan nama itu.')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('Tidak ada kabupaten atau kota dengan nama itu.')).toBeNull();
});

test('an entry of a list that is gone is not taken', async () => {
  const { user, field, store } = showPicker();
  await user.type(field, 'pekalongan');
  await waitFor(() => expect(marked()).toHaveTextContent('Kabupaten Pekalongan'));
  await user.keyboard('{ArrowDown}x');
  await screen.findByText('Tidak ada kabupaten atau kota dengan nama itu.');
  await user.keyboard('{ArrowDown}{Enter}{Tab}');
  await waitFor(() => expect(field).toBeInvalid());
  expect(store).not.toHaveBeenCalled();
});

test('Escape closes the list and not the dialog around it', async () => {
  const { user } = await showCase(new CaseBackend(comparedCase()));
  await user.keyboard('{Alt>}p{/Alt}');
  await user.selectOptions(await screen.findByLabelText('Isian yang diperbaiki'), 'kabupaten');
  const field = screen.getByLabelText('Isian yang benar');
  await user.clear(field);
  await user.type(field, 'pekalongan');
  await screen.findByRole('option', { name: /Kota Pekalongan/ });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('option', { name: /Kota Pekalongan/ })).toBeNull());
  expect(screen.getByRole('dialog')).toBeVisible();
  expect(field).toHaveFocus();
  expect(field).toHaveValue('pekalongan');
});
