package org.cosmofab.agent.journal;

import java.io.Closeable;
import java.io.IOException;

/** The bytes that a journal lies in: a file, or what a simulation holds for one. */
public interface LogFile extends Closeable {

    byte[] read() throws IOException;

    void truncate(long length) throws IOException;

    void write(byte[] bytes, long position) throws IOException;

    /** What was written survives a power loss when this returns. */
    void force() throws IOException;

    /** Replaces everything in one step: after a power loss there is all of the old or all of the new. */
    void replace(byte[] bytes) throws IOException;
}
