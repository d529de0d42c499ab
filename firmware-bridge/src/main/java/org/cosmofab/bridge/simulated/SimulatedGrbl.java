package org.cosmofab.bridge.simulated;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cosmofab.bridge.gcode.Beam;
import org.cosmofab.bridge.gcode.Words;
import org.cosmofab.bridge.time.ScaledClock;
import org.jspecify.annotations.Nullable;

/**
 * A laser or mill with Grbl 1.1h: a receive buffer of 128 bytes that loses what overflows, real-time bytes wherever they
 * stand, fifteen moves ahead, alarms that silence it. Motion follows the workshop's clock.
 *
 * <p>Its travel counts from 0 upwards, as with the build option {@code HOMING_FORCE_SET_ORIGIN} ({@code Z} in
 * {@code $I}).
 */
public final class SimulatedGrbl extends SimulatedFirmware {
    private static final int IDLE_NEEDED = 8;
    private static final int LOCKED = 9;
    private static final int CHECK_FAILED = 3;

    private final GrblMachine machine;
    private final GrblStatus status = new GrblStatus();
    private final GrblVariant variant;
    private final ByteRing ring;
    private final GrblLineEnds line;
    private final Map<String, String> settings;

    private boolean statusAsked;
    private boolean locked;
    private boolean critical;
    private boolean door;
    private boolean checks;
    private boolean runsForever;
    private boolean awaitsPerson;
    private boolean syncs;
    private boolean awaitsTool;
    private int latched;
    private @Nullable Fault struck;
    private @Nullable BooleanSupplier inHand;

    public SimulatedGrbl(ScaledClock clock, GrblProfile profile) {
        this(clock, profile, GrblVariant.GRBL);
    }

    public SimulatedGrbl(ScaledClock clock, GrblProfile profile, GrblVariant variant) {
        this(Parts.on(clock), profile, variant);
    }

    private SimulatedGrbl(Parts parts, GrblProfile profile, GrblVariant variant) {
        super(parts);
        this.variant = variant;
        line = new GrblLineEnds(variant.takesCrLfForTwo());
        ring = new ByteRing(variant.receiveBuffer());
        machine = new GrblMachine(profile, parts.time(), parts.truth());
        settings = new LinkedHashMap<>(profile.settings());
        powerCycle();
    }

    @Override
    void restart() {
        locked = false;
        critical = false;
        begin();
    }

    /** What a reset does, whatever caused it. */
    private void begin() {
        machine.reset();
        status.reset();
        ring.clear();
        line.clear();
        statusAsked = false;
        door = false;
        checks = false;
        runsForever = false;
        awaitsPerson = false;
        syncs = false;
        awaitsTool = false;
        latched = GrblLine.FINE;
        inHand = null;
        say(variant.banner() + (locked ? "[MSG:'$H'|'$X' to unlock]\r\n" : ""));
    }

    /** Source: Grbl 1.1, serial.c, the receive interrupt: real-time bytes are picked out wherever they stand. */
    @Override
    boolean receive(byte b) {
        switch (b & 0xFF) {
            case '?' -> statusAsked = true;
            case '!' -> hold(false);
            case '~' -> release();
            case 0x18 -> reset();
            case 0x84 -> hold(true);
            case 0xA3 -> awaitsTool = false;
            default -> {
                return b >= 0 && put(b);
            }
        }
        return false;
    }

    private boolean put(byte b) {
        makeRoom();
        ring.put(b);
        return true;
    }

    /** A real wire is slow: the firmware reads on while bytes come, unless it waits for something. */
    private void makeRoom() {
        if (ring.free() == 0) {
            turn(false);
        }
    }

    private void hold(boolean byDoor) {
        if (locked || critical || checks) {
            return;
        }
        machine.axes().hold();
        door |= byDoor;
        Beam beam = machine.beam();
        truth().beam(!door && beam.isOn() && beam.mode() == Beam.Mode.CONSTANT);
    }

    private void release() {
        awaitsPerson = false;
        door = false;
        machine.axes().release();
    }

    private void reset() {
        if (machine.axes().isMoving() && !machine.axes().isStill()) {
            locked = true;
            say("ALARM:3\r\n");
        }
        if (critical) {
            // The line that caused the alarm is acknowledged only now, before the banner.
            say("ok\r\n");
        }
        critical = false;
        begin();
    }

    private void criticalAlarm(int code) {
        machine.axes().halt();
        locked = true;
        critical = true;
        say("ALARM:" + code + "\r\n[MSG:Reset to continue]\r\n");
    }

    @Override
    long turn(boolean quiet) {
        boolean progress = true;
        while (progress && !critical) {
            machine.axes().advance(quiet || syncs);
            tellStatus();
            progress = work();
        }
        return critical ? Long.MAX_VALUE : machine.axes().due();
    }

    private void tellStatus() {
        if (statusAsked) {
            statusAsked = false;
            say(status.report(state(), machine));
        }
    }

    private String state() {
        Axes axes = machine.axes();
        if (locked) {
            return "Alarm";
        }
        if (checks || awaitsTool) {
            return checks ? "Check" : "Tool";
        }
        if (axes.isHeld()) {
            return door ? axes.isStill() ? "Door:0" : "Door:2" : axes.isStill() ? "Hold:0" : "Hold:1";
        }
        return axes.isMoving() || runsForever ? "Run" : "Idle";
    }

    /** While it holds, Grbl reads and does nothing else. */
    private boolean work() {
        if (machine.axes().isHeld()) {
            return false;
        }
        if (inHand != null) {
            return workOn(inHand);
        }
        while (inHand == null && !ring.isEmpty() && !critical) {
            line.take((char) ring.take()).ifPresent(this::begin);
        }
        return inHand != null;
    }

    /** A line that is refused or sets off an alarm gets no ok besides. */
    private boolean workOn(BooleanSupplier begun) {
        boolean done = begun.getAsBoolean();
        if (critical) {
            return false;
        }
        return inHand != begun || done && acknowledge();
    }

    private void begin(String received) {
        Optional<Fault> fault = faults().strike(received);
        struck = fault.orElse(null);
        if (fault.isPresent() && isLost(fault.get())) {
            return;
        }
        String compact = GrblLine.compact(struck != null && struck.isDamage() ? received.substring(1) : received);
        syncs = false;
        if (compact.isEmpty()) {
            latched = GrblLine.FINE;
            inHand = () -> true;
        } else if (compact.charAt(0) == '$') {
            latched = GrblLine.FINE;
            refuseOrAccept(system(compact));
        } else {
            gcode(compact);
        }
    }

    private boolean isLost(Fault fault) {
        switch (fault.kind()) {
            case SILENCE -> hang();
            case RESTART -> powerCycle();
            case THERMAL_RUNAWAY -> criticalAlarm(1);
            case CRITICAL_ALARM -> criticalAlarm(2);
            case LOSE_LINE -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void befall(Fault.Kind kind, Fault fault) {
        switch (kind) {
            case UNPLUG -> unplug();
            case ANSWER_LATE -> answerLate(fault.latency());
            case BUSY_FOREVER -> runsForever = true;
            case WAIT_FOR_PERSON -> machine.axes().hold();
            default -> {}
        }
    }

    private void gcode(String compact) {
        if (latched != GrblLine.FINE) {
            refuseOrAccept(latched);
            return;
        }
        boolean toolChange = variant.waitsForTools() && compact.matches("(T\\d+)?M0?6");
        int wrong = locked ? LOCKED : toolChange ? GrblLine.FINE : GrblLine.check(compact);
        if (wrong != GrblLine.FINE || checks) {
            refuseOrAccept(wrong);
            return;
        }
        if (struck != null) {
            befall(struck.kind(), struck);
        }
        Words words = Words.of(compact);
        boolean rests = GrblLine.mustRest(words);
        syncs = rests;
        boolean[] done = {false};
        inHand = () -> {
            if (!done[0] && (rests ? machine.axes().isAtRest() : !machine.axes().isFull())) {
                done[0] = true;
                if (toolChange) {
                    truth().executed(compact);
                    awaitsTool = true;
                } else {
                    act(compact, words);
                }
            }
            return done[0]
                    && !runsForever
                    && !awaitsPerson
                    && !awaitsTool
                    && (!rests || machine.axes().isAtRest());
        };
    }

    private void act(String compact, Words words) {
        int wrong = machine.apply(words);
        if (wrong != GrblLine.FINE) {
            refuseOrAccept(wrong);
        } else if (machine.leavesTravel()) {
            criticalAlarm(2);
        } else {
            truth().executed(compact);
            awaitsPerson = compact.matches(".*M0?[01](?!\\d).*");
            say(compact.matches(".*M(0?2|30)(?!\\d).*") ? "[MSG:Pgm End]\r\n" : "");
        }
    }

    private void refuseOrAccept(int code) {
        inHand = null;
        if (code == GrblLine.FINE) {
            acknowledge();
        } else {
            latched = variant.latchesErrors() ? code : GrblLine.FINE;
            say("error:" + code + "\r\n");
        }
    }

    private boolean acknowledge() {
        inHand = null;
        syncs = false;
        Fault.Kind kind = struck == null ? Fault.Kind.CORRUPT_LINE : struck.kind();
        struck = null;
        if (kind != Fault.Kind.LOSE_OK) {
            say(kind == Fault.Kind.DOUBLE_OK ? "ok\r\nok\r\n" : "ok\r\n");
        }
        return true;
    }

    /** Source: Grbl 1.1, system.c, system_execute_line. */
    private int system(String command) {
        boolean moving = machine.axes().isMoving() || machine.axes().isHeld();
        switch (command) {
            case "$" -> say("[HLP:$$ $# $G $I $N $x=val $Nx=line $J=line $SLP $C $X $H ~ ! ? ctrl-x]\r\n");
            case "$G" -> say("[GC:G0 G54 G17 G21 G90 G94 M5 M9 T0 F0 S0]\r\n");
            case "$X" -> unlock();
            case "$C" -> toggleCheck();
            default -> {
                return moving ? IDLE_NEEDED : systemAtRest(command);
            }
        }
        return GrblLine.FINE;
    }

    private int systemAtRest(String command) {
        switch (command) {
            case "$$" -> settings.forEach((name, value) -> say(name + "=" + value + "\r\n"));
            case "$I" -> say(variant.identity());
            case "$#" -> say("[G54:" + GrblStatus.place(machine.offset()) + "]\r\n");
            case "$N" -> say("$N0=\r\n$N1=\r\n");
            case "$H" -> {
                return home();
            }
            default -> {
                return set(command);
            }
        }
        return GrblLine.FINE;
    }

    private int home() {
        if (!"1".equals(settings.get("$22"))) {
            return 5;
        }
        locked = false;
        machine.home();
        return GrblLine.FINE;
    }

    private int set(String command) {
        int equals = command.indexOf('=');
        String table = variant.table(command);
        say(table);
        if (!table.isEmpty()) {
            return GrblLine.FINE;
        }
        if (equals < 0 || !settings.containsKey(command.substring(0, equals))) {
            return CHECK_FAILED;
        }
        settings.put(command.substring(0, equals), command.substring(equals + 1));
        return GrblLine.FINE;
    }

    private void unlock() {
        if (locked) {
            locked = false;
            say("[MSG:Caution: Unlocked]\r\n");
        }
    }

    private void toggleCheck() {
        say(checks ? "[MSG:Disabled]\r\n" : "[MSG:Enabled]\r\n");
        if (checks) {
            reset();
        } else {
            checks = true;
        }
    }
}
