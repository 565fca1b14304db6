// The preview page: the whole window on a fake office. Keys and clicks work; nothing is kept.
import { mount } from 'svelte';
import App from '../../src/App.svelte';
import '../../src/styles/fonts.css';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import { scenes } from './scenes';

const asked = new URLSearchParams(location.search);
const scene = scenes[asked.get('layar') ?? 'beranda'] ?? scenes.beranda;
const target = document.getElementById('app');
if (!target || !scene) throw new Error('nothing to show');

const theme = asked.get('tema');
const backend = scene();
backend.answer('preferences_get', {
  theme: theme === 'dark' || theme === 'light' ? theme : 'system',
  single_keys: true,
});
mount(App, { target, props: { backend } });
