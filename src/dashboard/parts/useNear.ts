import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element is within a window's height of what is seen, or has been: what is costly can wait until then. */
export function useNear<Element extends HTMLElement>(): [RefObject<Element | null>, boolean] {
  const element = useRef<Element>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (near || current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setNear(true), {
      rootMargin: '100% 0%',
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [near]);
  return [element, near];
}
