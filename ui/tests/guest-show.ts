// The sheet of a new guest, as the home screen opens it.
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { BACKEND } from '../src/backend';
import NewGuest from '../src/permohonan/intake/NewGuest.svelte';
import { CaseBackend } from './fake-case';
import { notice } from './recorded';

/** Shown once the privacy notice is there; `opened` collects the permohonan that it leads to. */
export async function showGuest(backend = new CaseBackend()) {
  const opened: string[] = [];
  const props = { onopened: (id: string) => opened.push(id), oncancel: () => undefined };
  render(NewGuest, { props, context: new Map([[BACKEND, backend]]) });
  await screen.findByText(`Versi ${notice.version}`);
  return { backend, opened, user: userEvent.setup() };
}
