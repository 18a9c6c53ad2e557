/** `GET /session`: who uses this browser's session and, in the demo alone, whom it may be switched to. */
export interface SessionAnswer {
  /** Whether anybody may take any role: in the demo alone. */
  readonly isDemo: boolean;
  /** The staff id; null for the system account. */
  readonly staff: string | null;
  /** The district's staff list in the demo; empty otherwise. */
  readonly choices: readonly {
    readonly staff: string;
    readonly name: string;
    /** In words, such as "principal"; empty for a person without a role. */
    readonly roles: readonly string[];
  }[];
}
