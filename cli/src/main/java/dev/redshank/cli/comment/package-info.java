/** One comment on a pull request, over the interfaces of GitHub and GitLab. */
@NullMarked
package dev.redshank.cli.comment;

import org.jspecify.annotations.NullMarked;
