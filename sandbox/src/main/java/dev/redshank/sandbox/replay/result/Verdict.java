package dev.redshank.sandbox.replay.result;

/** What a replay says about the sentence that it was to prove. */
public enum Verdict {
  /** Every expectation of every act held. */
  PROVEN("proven"),
  /** The server did something else. */
  REFUTED("refuted"),
  /** The situation did not come about, so nothing can be said. */
  INCONCLUSIVE("inconclusive");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** As reports write it. */
  public String id() {
    return id;
  }
}
