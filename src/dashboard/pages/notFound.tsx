import { useWords } from '../words.ts';

export function NotFound() {
  const { notFound } = useWords();
  return (
    <div className="page">
      <h1>{notFound.title}</h1>
      <p>{notFound.hint}</p>
    </div>
  );
}
