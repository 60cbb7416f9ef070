import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'urql';
import { client } from './client.ts';
import { Dashboard } from './dashboard.tsx';
import './style/base.css';
import './style/parts.css';
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
