/** The data dictionary beside a manifest: the parts of a Data Package (version 2) that a page shows. */
export interface DataPackage {
  readonly resources?: readonly DataResource[];
}

export interface DataResource {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly schema?: { readonly fields?: readonly DataField[] };
}

export interface DataField {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
}
