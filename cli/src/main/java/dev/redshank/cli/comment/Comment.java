package dev.redshank.cli.comment;

/**
 * A comment that is there already.
 *
 * @param id as the platform counts it
 */
record Comment(String id, String body) {}
