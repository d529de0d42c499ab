package org.cosmofab.designs.content;

/**
 * How much a design's folder may hold.
 *
 * @param filesMax number of files, without {@code .git}
 * @param fileBytesMax bytes of one file
 * @param totalBytesMax bytes of all files together
 * @param depthMax folders inside folders
 */
public record FolderLimits(int filesMax, long fileBytesMax, long totalBytesMax, int depthMax) {

    private static final long MEBIBYTE = 1024L * 1024L;

    /** Room for a rich design with pictures; a repository of videos does not fit. */
    public static FolderLimits standard() {
        return new FolderLimits(5_000, 100 * MEBIBYTE, 500 * MEBIBYTE, 32);
    }
}
