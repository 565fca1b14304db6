// One way to put something on the screen of a test.
import { render } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { Component, ComponentProps } from 'svelte';
import App from '../src/App.svelte';
import { BACKEND } from '../src/backend';
import { type Answers, FakeBackend } from './fake-backend';

export type Shown = {
  backend: FakeBackend;
  user: UserEvent;
  container: HTMLElement;
  unmount: () => void;
};

/** One view or component on a fake office. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any component, with its own properties
export function show<C extends Component<any, any, any>>(
  component: C,
  props: ComponentProps<C>,
  backend = new FakeBackend(),
): Shown {
  const user = userEvent.setup();
  // The properties were checked against the component just above; the library asks for one type of both.
  const { container, unmount } = render(component as Component<Record<string, unknown>>, {
    props: props as Record<string, unknown>,
    context: new Map([[BACKEND, backend]]),
  });
  return { backend, user, container, unmount };
}

/** The whole window, as it starts on an office that answers like this. */
export function startWindow(answers: Answers = {}): Shown {
  const backend = new FakeBackend(answers);
  const user = userEvent.setup();
  const { container, unmount } = render(App, { props: { backend } });
  return { backend, user, container, unmount };
}

/**
 * What axe finds against WCAG 2.2 A and AA. Contrast needs pixels and is looked at in a real browser by the
 * end-to-end tests.
 */
export async function violations(container: Element = document.body): Promise<string[]> {
  const result = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return result.violations.flatMap((found) => found.nodes.map((node) => `${found.id}: ${node.html}`));
}
