import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './client.ts';
import { Dashboard } from './dashboard.tsx';
import './style/base.css';
import './style/panels.css';
import './style/figures.css';
import './style/filters.css';
import './style/entity.css';
import './style/story.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <Dashboard />
    </Provider>
  </StrictMode>,
);
