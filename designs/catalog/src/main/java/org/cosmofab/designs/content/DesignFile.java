package org.cosmofab.designs.content;

/**
 * One file of a design.
 *
 * @param path relative to the design's folder, with {@code /}
 * @param bytes its length
 */
public record DesignFile(String path, long bytes, ContentHash sha256) {}
