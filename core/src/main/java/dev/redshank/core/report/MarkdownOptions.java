package dev.redshank.core.report;

/**
 * How Markdown is written.
 *
 * @param marker a first line that nobody sees, by which a comment is found again; may be empty
 * @param project which of several projects it is about; may be empty
 * @param limit the most bytes of UTF-8
 * @param links where migrations are on the web
 * @param page where the page of a rule is on the web, with {@code {rule}} for its name; may be empty
 */
public record MarkdownOptions(
    String marker, String project, int limit, SourceLinks links, String page) {
  /** What a job may write into its summary on GitHub. */
  public static final MarkdownOptions SUMMARY =
      new MarkdownOptions("", "", 1 << 20, SourceLinks.NONE, "");

  /** Below it not even the counts have room. */
  public static final int LEAST = 16 * 1024;

  public MarkdownOptions {
    limit = Math.max(LEAST, limit);
  }
}
