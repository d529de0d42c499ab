package org.cosmofab.bridge.marlin;

import java.time.Duration;

/**
 * How long a Marlin driver waits for what; real time.
 *
 * @param connect for the first answer after opening the wire
 * @param acknowledge for a sign of life on an ordinary command, where the firmware is known to say when it is busy;
 *     three times as long where it has never said so
 * @param longCommand for a command that is known to take long, on a firmware that never says that it is busy
 * @param probe for the answer to a probe
 * @param resendOk for the {@code ok} that may follow a {@code Resend}
 * @param stop for a sign that a stop was obeyed
 */
public record MarlinTiming(
        Duration connect,
        Duration acknowledge,
        Duration longCommand,
        Duration probe,
        Duration resendOk,
        Duration stop) {

    /** For real boards: Marlin says that it is busy every 2 s, and a boot loader takes a few seconds. */
    public static MarlinTiming standard() {
        return new MarlinTiming(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(3));
    }
}
