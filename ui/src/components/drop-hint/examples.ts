/** Run through axe in the tests. */
export const examples = [{ name: 'over the part', props: { text: 'Lepaskan berkas di sini' } }];
