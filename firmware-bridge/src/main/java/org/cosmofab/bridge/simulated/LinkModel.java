package org.cosmofab.bridge.simulated;

import java.time.Duration;

/**
 * How a serial line behind a USB converter carries bytes, in real time.
 *
 * @param bytesPerSecond each way
 * @param toMachine from the host to the chip
 * @param toHost how long the chip gathers bytes before it hands them to the host
 * @param batchBytes how many gathered bytes are handed over at once, without waiting any longer
 */
public record LinkModel(int bytesPerSecond, Duration toMachine, Duration toHost, int batchBytes) {
    private static final int BYTES_PER_SECOND_AT_115200 = 11_520;
    /** Source: FTDI, a USB packet of 64 bytes of which 2 are status. */
    private static final int USB_BATCH = 62;

    /** 115,200 baud, 1 ms to the chip. */
    public static LinkModel serial115200(Duration toHost) {
        return new LinkModel(BYTES_PER_SECOND_AT_115200, Duration.ofMillis(1), toHost, USB_BATCH);
    }

    long byteNanos() {
        return 1_000_000_000L / bytesPerSecond;
    }
}
