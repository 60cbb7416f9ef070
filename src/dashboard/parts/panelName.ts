import { createContext } from 'react';

/** The name of the panel that something stands in; empty outside of panels. */
export const PanelName = createContext('');
