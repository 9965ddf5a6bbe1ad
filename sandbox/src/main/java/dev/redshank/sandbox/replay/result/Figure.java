package dev.redshank.sandbox.replay.result;

/** A number that a report shows and no verdict rests on, such as the longest wait in ms. */
public record Figure(String name, double value, String unit) {}
