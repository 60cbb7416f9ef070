import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
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
    <Dashboard />
  </StrictMode>,
);
