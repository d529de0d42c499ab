package org.cosmofab.bridge.wire;

import java.time.Duration;

/**
 * A two-way stream of bytes to one machine.
 *
 * <p>One thread may read while another writes; {@link #close()} may be called from any thread and wakes both.
 */
public interface Wire extends AutoCloseable {

    /** What a person calls it, such as a device path or a host and port. */
    String name();

    /**
     * Hands over all bytes.
     *
     * @throws WireUnavailable if the wire is gone or took only a part
     */
    void write(byte[] bytes);

    /**
     * Waits for bytes until there is at least one or the time is over.
     *
     * @return how many bytes were put into the buffer; 0 when the time is over
     * @throws WireUnavailable if the wire is gone
     */
    int read(byte[] buffer, Duration timeout);

    /** Gives the wire back; never throws, and closing twice is closing once. */
    @Override
    void close();
}
