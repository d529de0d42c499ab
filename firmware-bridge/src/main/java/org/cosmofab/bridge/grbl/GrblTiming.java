package org.cosmofab.bridge.grbl;

import java.time.Duration;

/**
 * How long a Grbl driver waits for what; real time.
 *
 * @param connect for the first answer after opening the wire
 * @param poll between two questions for the status; Grbl wants no more than five a second
 * @param silence without any word, status included, until the machine counts as lost
 * @param settle for what late answers still bring
 * @param hold for a hold to come to rest
 * @param reset for a sign that a reset was obeyed
 */
public record GrblTiming(
        Duration connect, Duration poll, Duration silence, Duration settle, Duration hold, Duration reset) {

    /** For real boards: a boot loader takes a second or two, and status comes at once. */
    public static GrblTiming standard() {
        return new GrblTiming(
                Duration.ofSeconds(10),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(3));
    }
}
