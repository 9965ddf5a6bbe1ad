package dev.redshank.core.finding;

import dev.redshank.core.schema.Place;

/** A second place that explains a finding: the first lock of a deadlock pair, a column's creation. */
public record RelatedPlace(Place place, String message) {}
