/** Nothing of the inside may be in what a client is told. */
export const inside = /node_modules|\.ts\b|\bat \w+ \(|stack|prisma|SELECT |pg_|postgres/i;
