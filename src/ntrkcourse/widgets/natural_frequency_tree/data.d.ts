// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Population {
  id: string;
  name: string;
  short: string;
  size: number;
  text: Span[];
}

export interface Published {
  population: string;
  stain: string;
  text: Span[];
}

export interface Tree {
  title: string;
  intro: string;
  published: Published;
  words: Record<string, string>;
  population: Population[];
}
