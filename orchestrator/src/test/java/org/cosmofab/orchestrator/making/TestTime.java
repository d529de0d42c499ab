package org.cosmofab.orchestrator.making;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cosmofab.orchestrator.kernel.RealTime;

/** Workshop time and real time that pass when a test says so, together. */
@Alternative
@ApplicationScoped
public class TestTime extends Clock implements RealTime {
    /** Logins are dated by real time, so it begins with the day on which tests run. */
    private static final Instant REAL_ORIGIN = Instant.now();

    private volatile Duration passed = Duration.ZERO;
    private volatile Duration passedBefore = Duration.ZERO;

    public void pass(Duration time) {
        passed = passed.plus(time);
    }

    /** Workshop time begins anew; real time never goes back. */
    public void reset() {
        passedBefore = passedBefore.plus(passed).plusSeconds(10);
        passed = Duration.ZERO;
    }

    @Override
    public Instant now() {
        return REAL_ORIGIN.plus(passedBefore).plus(passed);
    }

    @Override
    public Instant instant() {
        return Samples.NOON.plus(passed);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalArgumentException("tests live in UTC");
    }
}
