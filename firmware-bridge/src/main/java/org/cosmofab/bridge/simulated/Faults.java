package org.cosmofab.bridge.simulated;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cosmofab.bridge.simulated.Fault.Kind;

/**
 * Misbehaviour on request: say when, then what. Each fault strikes once. Thread-safe.
 *
 * <p>A fault that a dialect cannot have (a checksum in Grbl) strikes as its nearest kin, which its method names.
 */
public final class Faults {
    private final List<Armed> armed = new ArrayList<>();
    private long received;

    private static final class Armed {
        private final Predicate<String> occasion;
        private final Fault fault;

        Armed(Predicate<String> occasion, Fault fault) {
            this.occasion = occasion;
            this.fault = fault;
        }
    }

    /** Strikes with the first received line that contains a text. */
    public Occasion atLine(String containing) {
        return new Occasion(line -> line.contains(containing));
    }

    /** Whether something is still to go wrong. */
    public synchronized boolean areArmed() {
        return !armed.isEmpty();
    }

    /** Strikes with the so manieth line received from now on, counted from 1. */
    synchronized void armAtCount(int count, Fault fault) {
        long due = received + count;
        arm(new Armed(line -> received >= due, fault));
    }

    private synchronized void arm(Armed fault) {
        armed.add(fault);
    }

    /** What goes wrong with this line, if anything. */
    synchronized Optional<Fault> strike(String line) {
        received++;
        Iterator<Armed> faults = armed.iterator();
        while (faults.hasNext()) {
            Armed next = faults.next();
            if (next.occasion.test(line)) {
                faults.remove();
                return Optional.of(next.fault);
            }
        }
        return Optional.empty();
    }

    /** When a fault strikes; its methods say what it is. */
    public final class Occasion {
        private final Predicate<String> when;

        private Occasion(Predicate<String> when) {
            this.when = when;
        }

        /** The line is done but its {@code ok} is lost on the wire. */
        public void loseOk() {
            arm(Kind.LOSE_OK);
        }

        /** The line's {@code ok} comes twice. */
        public void doubleOk() {
            arm(Kind.DOUBLE_OK);
        }

        /** All answers from this line on wait for a while, in real time, then come. */
        public void answerLate(Duration latency) {
            Faults.this.arm(new Armed(when, new Fault(Kind.ANSWER_LATE, latency)));
        }

        /** A character of the line is damaged on the wire. */
        public void corruptLine() {
            arm(Kind.CORRUPT_LINE);
        }

        /** The line's number is damaged so that it looks like the one before; in Grbl the line is damaged. */
        public void corruptNumber() {
            arm(Kind.CORRUPT_NUMBER);
        }

        /**
         * Number and checksum are lost from the line, and it runs unchecked. Marlin then asks for the missing number, and
         * the line runs twice: no host can tell. In Grbl the line is damaged.
         */
        public void loseNumber() {
            arm(Kind.LOSE_NUMBER);
        }

        /** The line never arrives. */
        public void loseLine() {
            arm(Kind.LOSE_LINE);
        }

        /** The line is damaged, and no {@code ok} follows the {@code Resend}; in Grbl the line is damaged. */
        public void resendWithoutOk() {
            arm(Kind.RESEND_WITHOUT_OK);
        }

        /** The line is damaged, and {@code Resend} comes twice; in Grbl the line is damaged. */
        public void resendTwice() {
            arm(Kind.RESEND_TWICE);
        }

        /** The firmware hangs: it neither moves on nor answers until it is switched off and on. */
        public void silence() {
            arm(Kind.SILENCE);
        }

        /** The board restarts and says so. */
        public void restartMidRun() {
            arm(Kind.RESTART);
        }

        /** The firmware says that it is busy and is never done; in Grbl it runs for ever. */
        public void busyForever() {
            arm(Kind.BUSY_FOREVER);
        }

        /** The firmware waits for a person, as when the filament ran out; in Grbl it holds. */
        public void waitForPerson() {
            arm(Kind.WAIT_FOR_PERSON);
        }

        /** The wire is pulled. */
        public void unplug() {
            arm(Kind.UNPLUG);
        }

        /** A heater gets out of control and the firmware kills itself; in Grbl a hard limit is hit. */
        public void thermalRunaway() {
            arm(Kind.THERMAL_RUNAWAY);
        }

        /** A limit is hit: an alarm after which Grbl answers nothing but a reset; Marlin kills itself. */
        public void criticalAlarm() {
            arm(Kind.CRITICAL_ALARM);
        }

        private void arm(Kind kind) {
            Faults.this.arm(new Armed(when, new Fault(kind)));
        }
    }
}
