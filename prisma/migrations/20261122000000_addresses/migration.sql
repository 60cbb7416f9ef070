-- What pages make a link of is an address on the web, whoever wrote it: not a script.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_url" CHECK ("url" ~ '^https?://');
