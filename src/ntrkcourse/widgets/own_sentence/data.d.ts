// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Sitting {
  title: string;
  intro: Span[];
  ask: string;
  after: Span[];
}

export interface OwnSentenceContent {
  first_chapter: string;
  last_chapter: string;
  first: Sitting;
  later: Sitting;
  last: Sitting;
  words: Record<string, string>;
}
