// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Event {
  id: string;
  track: string;
  start: string;
  title: string;
  text: string;
  status: string;
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
  asks: string;
  tracks: string[];
  step: Step[];
  place: string[];
}

export interface Timeline {
  line: Line;
  events: Record<string, Event>;
  as_of: date;
}
