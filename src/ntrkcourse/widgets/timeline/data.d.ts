// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Event {
  id: string;
  track: string;
  start: string;
  title: string;
  text: Span[];
  status: "in force" | "announced" | "withdrawn" | "not confirmed";
  announced: string;
  end: string;
  replaced_by: string;
  when: string;
  stale: string;
}

export interface Step {
  title: string;
  day: string;
  ask: string;
  choices: string[];
  lesson: string;
}

export interface Line {
  id: string;
  title: string;
  intro: string;
  note: string;
  first: string;
  last: string;
  axis: number;
  asks: "in force" | "stale";
  tracks: string[];
  any_date: string;
  labels: Record<string, string>;
  step: Step[];
  place: string[];
}

export interface Shared {
  as_of: string;
  words: Record<string, string>;
}

export interface Timeline {
  line: Line;
  events: Record<string, Event>;
  shared: Shared;
}
