/** The first page: what is in the graph, what is open, when things happened, and who said most on what. */
import { CountsByKind } from '../panels/countsByKind.tsx';
import { EventsByMonth } from '../panels/eventsByMonth.tsx';
import { NewestArticles } from '../panels/newestArticles.tsx';
import { Open } from '../panels/open.tsx';
import { Voices } from '../panels/voices.tsx';
import { useTitle } from '../parts/useTitle.ts';
import { useWords } from '../words.ts';

export function Overview() {
  const { overview } = useWords();
  useTitle(undefined);
  return (
    <div className="page">
      <div className="lead">
        <h1>{overview.title}</h1>
        <p>{overview.lead}</p>
      </div>
      <div className="panels">
        <Open />
        <EventsByMonth />
        <CountsByKind />
        <NewestArticles />
        <Voices />
      </div>
    </div>
  );
}
