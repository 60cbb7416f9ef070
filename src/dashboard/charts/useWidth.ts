import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of an element in pixels, as it changes; a guess until it is on the page. */
export function useWidth<Element extends HTMLElement>(guess: number): [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(guess);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? guess)));
    observer.observe(current);
    return () => observer.disconnect();
  }, [guess]);
  return [element, width];
}
