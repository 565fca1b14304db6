// The preview page: the whole window on a fake office. Keys and clicks work; nothing is kept.
import { mount } from 'svelte';
import App from '../../src/App.svelte';
import { applyTheme } from '../../src/preferences.svelte';
import '../../src/styles/fonts.css';
import '../../src/styles/tokens.css';
import '../../src/styles/base.css';
import { scenes } from './scenes';

const asked = new URLSearchParams(location.search);
const scene = scenes[asked.get('layar') ?? 'beranda'] ?? scenes.beranda;
const target = document.getElementById('app');
if (!target || !scene) throw new Error('nothing to show');

applyTheme();
const theme = asked.get('tema');
if (theme) document.documentElement.dataset.theme = theme;
mount(App, { target, props: { backend: scene() } });
