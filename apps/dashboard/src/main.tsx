import { render } from 'preact';
import { App } from './app.tsx';
import { takeKeyFromFragment } from './session.ts';
import { applyTheme, onSystemTheme } from './theme.ts';

// Before anything else: the key is to be in the address bar no longer than it takes to read it.
takeKeyFromFragment();
applyTheme();
onSystemTheme(applyTheme);
const root = document.getElementById('app');
if (root) render(<App />, root);
