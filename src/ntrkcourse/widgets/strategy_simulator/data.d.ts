// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Population {
  id: string;
  name: string;
}

export interface Assay {
  id: "stain" | "dna" | "rna";
  name: string;
  within: string;
  price: number;
  text: Span[];
}

export interface Strategy {
  id: string;
  name: string;
  steps: (["stain" | "dna" | "rna", "positive" | "negative"])[];
  why: Span[];
}

export interface Simulator {
  title: string;
  stain: string[];
  economics: Span[];
  words: Record<string, string>;
  population: Population[];
  assay: [Assay, Assay, Assay];
  strategy: Strategy[];
}
