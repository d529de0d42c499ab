package org.cosmofab.designs.document;

/**
 * How much text we read as one document.
 *
 * @param bytesMax size of the file
 * @param depthMax tables and lists inside each other
 */
public record DocumentLimits(int bytesMax, int depthMax) {

    /** The largest of the real manifests measured has 10 kB. */
    public static DocumentLimits standard() {
        return new DocumentLimits(1024 * 1024, 24);
    }
}
