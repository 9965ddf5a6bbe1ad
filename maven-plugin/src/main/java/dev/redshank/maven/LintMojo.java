package dev.redshank.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that looks for findings. */
abstract class LintMojo extends RedshankMojo {
  /** The formats of the reports: text, json, concise, github, gitlab, junit, checkstyle, rdjson, markdown, sarif, html. */
  @Parameter(property = "redshank.formats", defaultValue = "html,sarif")
  List<String> formats = new ArrayList<>();

  /** Where the reports go. */
  @Parameter(
      property = "redshank.outputDirectory",
      defaultValue = "${project.build.directory}/redshank")
  @Nullable
  File outputDirectory;
}
