// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Choice {
  id: string;
  name: string;
  note: string;
}

export interface HiddenClone {
  name: string;
  mechanism: string;
  start: number;
  growth: number;
}

export interface Planned {
  drug: string;
  after: number;
}

export interface Answer {
  choice: string;
  text: string;
}

export interface Tumour {
  id: string;
  title: string;
  setting: string;
  hidden: string;
  wait: number;
  plan: Planned[];
  clone: HiddenClone[];
  answer: Answer[];
}

export interface Lab {
  summary: string[];
  choice: Choice[];
  tumour: Tumour[];
}
