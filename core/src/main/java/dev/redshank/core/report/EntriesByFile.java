package dev.redshank.core.report;

import dev.redshank.core.lint.LintResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts what there is to say by file. */
final class EntriesByFile {
  private EntriesByFile() {}

  /** The migrations under review in run order, then whatever else there is something to say about. */
  static Map<String, List<Entry>> of(LintResult result) {
    Map<String, List<Entry>> files = new LinkedHashMap<>();
    result.reviewedPaths().forEach(path -> files.put(path, new ArrayList<>()));
    for (Entry entry : Entry.of(result)) {
      files.computeIfAbsent(entry.path(), unused -> new ArrayList<>()).add(entry);
    }
    return files;
  }
}
