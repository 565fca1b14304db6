// The parts of the case screen by keyboard alone, and what they tell those who cannot see them.
import { screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { examples as rows } from '../../src/components/comparison-row/examples';
import { examples as reasons } from '../../src/components/reason-dialog/examples';
import ReasonDialog from '../../src/components/reason-dialog/ReasonDialog.svelte';
import { examples as spines } from '../../src/components/spine/examples';
import Spine from '../../src/components/spine/Spine.svelte';
import { examples as verdicts } from '../../src/components/verdict/examples';
import Verdict from '../../src/components/verdict/Verdict.svelte';
import { show, violations } from '../show';
import Row from './Row.svelte';

/** The properties of the example with this name. */
function named<P>(examples: readonly { name: string; props: P }[], name: string): P {
  const found = examples.find((each) => each.name === name);
  if (!found) throw new Error(`there is no example "${name}"`);
  return found.props;
}

describe('Spine', () => {
  test('names the step that runs, and says of every step how far it is', () => {
    show(Spine, named(spines, 'running'));
    const steps = within(screen.getByRole('navigation', { name: 'Langkah SOP' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null]);
    for (const [index, word] of ['selesai', 'dilewati', 'sedang berjalan', 'belum'].entries())
      expect(steps[index]).toHaveTextContent(word);
    expect(steps[2]).toHaveTextContent('12 menit');
  });

  test('is passed by Tab', async () => {
    const { user } = show(Spine, named(spines, 'running'));
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  const steps = () => screen.getAllByRole('listitem');

  test('says of a step that is done what it took, or that nobody could tell', () => {
    show(Spine, named(spines, 'behind'));
    for (const [index, line] of [
      /, selesai ?tidak diukur/,
      /Diajukan 23 November 2026 · tidak diukur/,
      /Tiba 08\.50 · 9 menit, mutu baku 5/,
      /Dilewati \(tatap muka\)$/,
      /42 menit, mutu baku 30$/,
      /, selesai ?tidak diukur$/,
      /7 menit ?mutu baku 5/,
      /15 menit · pelaku usaha$/,
    ].entries())
      expect(steps()[index]).toHaveTextContent(line);
  });

  test('asks once for the reason of each step that took longer, but not of the verification', async () => {
    const onexplain = vi.fn();
    const { user } = show(Spine, { ...named(spines, 'behind'), onexplain });
    const asking = screen.getAllByRole('button');
    expect(asking.map((button) => button.textContent?.trim())).toEqual([
      'Catat alasan langkah 3',
      'Catat alasan langkah 7',
    ]);
    await user.tab();
    expect(asking[0]).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onexplain).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ number: 3 }));
  });

  test('shows the reason in the place of the question', () => {
    show(Spine, named(spines, 'explained'));
    expect(steps()[2]).toHaveTextContent('Alasan: Pemindai macet');
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  test('shows what was said of a part of it and goes on asking', async () => {
    const onexplain = vi.fn();
    const steps = named(spines, 'behind').steps.map((step) =>
      step.number === 3 ? { ...step, overrun_reason: 'Akta dicari' } : step,
    );
    const { user } = show(Spine, { steps, onexplain });
    expect(screen.getByText('Alasan: Akta dicari')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /langkah 3/ }));
    expect(onexplain).toHaveBeenCalledOnce();
  });

  test('asks nobody who may only read', () => {
    show(Spine, named(spines, 'read only'));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

test.each([
  ['the same', 'SAMA'],
  ['the same in meaning', 'SETARA'],
  ['alike', 'MIRIP'],
  ['different', 'BEDA'],
])('Verdict "%s" is a word, and its sign is not read', (name, word) => {
  const { container } = show(Verdict, named(verdicts, name));
  expect(screen.getByText(word)).toBeVisible();
  expect(container.querySelector('svg')).toHaveAttribute('aria-hidden', 'true');
});

test('Verdict with a word of its own does not say that of a comparison', () => {
  show(Verdict, named(verdicts, 'a word of its own'));
  expect(screen.getByText('Lolos')).toBeVisible();
  expect(screen.queryByText('SAMA')).toBeNull();
});

describe('ReasonDialog', () => {
  afterEach(async () => {
    // The focus that goes back after a dialog belongs to this test and not to the next.
    await new Promise((done) => setTimeout(done));
  });
  const showReason = async (name: string) => {
    const does = { ondone: vi.fn(), onclose: vi.fn() };
    const { user } = show(ReasonDialog, { ...named(reasons, name), ...does });
    const field = screen.getByRole('textbox', { name: 'Alasan' });
    await waitFor(() => expect(field).toHaveFocus());
    return { user, field, ...does };
  };

  test('without a sentence says so at the field, keeps the focus, and does nothing', async () => {
    const { user, field, ondone } = await showReason('empty');
    await user.keyboard('  {Enter}');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Tulis alasannya lebih dulu.');
    expect(field).toHaveFocus();
    expect(ondone).not.toHaveBeenCalled();
    expect(await violations()).toEqual([]);
  });

  test('a ready reason fills the field, may be changed, and Enter sends it', async () => {
    const { user, field, ondone } = await showReason('with ready reasons');
    screen.getByRole('button', { name: 'Internet terputus' }).focus();
    await user.keyboard('{Enter}');
    expect(field).toHaveFocus();
    await user.keyboard(' lagi{Enter}');
    expect(ondone).toHaveBeenCalledExactlyOnceWith('Internet terputus lagi');
  });

  test('Esc closes it without the act', async () => {
    const { user, ondone, onclose } = await showReason('filled');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(ondone).not.toHaveBeenCalled();
  });

  test('a refusal stands as an alert, and the words stay', async () => {
    const { field } = await showReason('refused');
    expect(screen.getByRole('alert')).toHaveTextContent('Ruang diska habis. Kosongkan 200 MB.');
    expect(field).toHaveValue('Istirahat');
  });
});

describe('ComparisonRow', () => {
  test('is reached by Tab when it is active, and Enter goes into it', async () => {
    const onenter = vi.fn();
    const { user } = show(Row, { ...named(rows, 'the same, decided and open'), onenter });
    await user.tab();
    expect(screen.getByRole('row')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onenter).toHaveBeenCalledOnce();
  });

  test('that is not active is passed by Tab', async () => {
    const { user } = show(Row, named(rows, 'the same, decided'));
    await user.tab();
    expect(document.body).toHaveFocus();
  });

  test('underlines only what differs and keeps both values whole', () => {
    show(Row, named(rows, 'alike, asking for a reason'));
    const cells = screen.getAllByRole('gridcell');
    expect(cells[0]).toHaveTextContent('W. Pertiwi');
    expect(cells[1]).toHaveTextContent('WULAN PERTIWI');
    expect([...document.querySelectorAll('u')].map((part) => part.textContent)).toEqual(['W.', 'WULAN']);
  });

  test('does not accept a difference without a sentence, and says why at the field', async () => {
    const onenter = vi.fn();
    const ondecide = vi.fn();
    const { user } = show(Row, { ...named(rows, 'alike, asking for a reason'), onenter, ondecide });
    const field = screen.getByRole('textbox', { name: 'Alasan untuk Nama' });
    field.focus();
    await user.keyboard('{Enter}');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/^Tulis atau pilih alasan lebih dulu/);
    expect(ondecide).not.toHaveBeenCalled();
    expect(onenter).not.toHaveBeenCalled();
    expect(await violations()).toEqual([]);
    screen.getByRole('button', { name: 'Disingkat pada formulir' }).focus();
    await user.keyboard('{Enter}');
    expect(field).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(ondecide).toHaveBeenCalledExactlyOnceWith(
      'cocok_dengan_catatan',
      'Nama pada formulir disingkat.',
      'disingkat',
    );
  });

  test('that may not be accepted asks what must be repaired', async () => {
    const ondecide = vi.fn();
    const { user } = show(Row, { ...named(rows, 'different, not to be accepted'), ondecide });
    screen.getByRole('textbox', { name: 'Alasan untuk Nama' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Pilih apa yang harus diperbaiki.')).toBeVisible();
    expect(ondecide).not.toHaveBeenCalled();
    expect(await violations()).toEqual([]);
    await user.keyboard('{ArrowRight}{Tab}{Enter}');
    expect(ondecide).toHaveBeenCalledExactlyOnceWith('tidak_cocok', '', 'P08');
  });
});
