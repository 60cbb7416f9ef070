import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { queriesAsText } from './vite.queries.ts';

const folder = import.meta.dirname;

// `npx vite --configLoader runner src/dashboard` serves the page with hot reloading, beside a service on port 4000. The
// runner leaves the packages to Node: bundled with this file, some would have another copy of graphql than others.
export default defineConfig({
  root: folder,
  plugins: [queriesAsText(folder), react()],
  server: { proxy: { '/graphql': 'http://localhost:4000', '/export': 'http://localhost:4000' } },
  build: {
    outDir: `${folder}/../../dist/dashboard`,
    emptyOutDir: true,
    // Everything comes from files of our own: the content security policy allows no inlined data.
    assetsInlineLimit: 0,
    // Monaco and the map are large, and load when they are opened.
    chunkSizeWarningLimit: 5000,
    rollupOptions: {
      // GraphiQL's sources carry hints for a compiler that is not used here.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
      input: { main: `${folder}/index.html`, explorer: `${folder}/explorer.html` },
    },
  },
});
