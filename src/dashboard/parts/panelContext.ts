import { createContext, useContext } from 'react';

/** The name of the panel that something stands in; empty outside of panels. */
export const PanelName = createContext('');

/** The day that the panel is of, in which something stands; null: all days, whatever day was chosen. */
export const PanelDay = createContext<string | null>(null);
export const usePanelDay = (): string | null => useContext(PanelDay);

/** Whether what the page is of was not there yet on the chosen day: its panels of that day have nothing to show. */
export const NotYet = createContext(false);
