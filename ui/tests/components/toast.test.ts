import { fireEvent, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Toaster from '../../src/components/toast/Toaster.svelte';
import { pastToasts, showToast } from '../../src/components/toast/toasts.svelte';
import { show, violations } from '../show';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const say = async (text: string) => {
  showToast(text);
  await tick();
};

describe('a short message', () => {
  test('goes after eight seconds and stays in the list', async () => {
    show(Toaster, {});
    await say('Identitas kantor tersimpan.');
    expect(screen.getByRole('status')).toHaveTextContent('Identitas kantor tersimpan.');
    await vi.advanceTimersByTimeAsync(7_999);
    expect(screen.getByRole('status')).toHaveTextContent('Identitas kantor tersimpan.');
    await vi.advanceTimersByTimeAsync(1);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(pastToasts().map((toast) => toast.text)).toEqual(['Identitas kantor tersimpan.']);
  });

  test('stays for as long as somebody points at it', async () => {
    show(Toaster, {});
    await say('Identitas kantor tersimpan.');
    const toast = screen.getByText('Identitas kantor tersimpan.');
    await fireEvent.pointerEnter(toast.parentElement as Element);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(toast).toBeVisible();
    await fireEvent.pointerLeave(toast.parentElement as Element);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  test('gives way to a newer one, one at a time', async () => {
    show(Toaster, {});
    await say('Pertama.');
    await say('Kedua.');
    expect(screen.getByRole('status')).toHaveTextContent('Kedua.');
    expect(screen.queryByText('Pertama.')).toBeNull();
  });

  test('can be closed and has no violation', async () => {
    const { container } = show(Toaster, {});
    await say('Pertama.');
    vi.useRealTimers();
    expect(await violations(container)).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: 'Tutup' }));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
