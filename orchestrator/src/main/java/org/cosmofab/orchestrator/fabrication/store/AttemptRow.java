package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.fabrication.domain.Assignment;
import org.cosmofab.orchestrator.fabrication.domain.AttemptState;
import org.cosmofab.orchestrator.fabrication.domain.RefusalCode;
import org.cosmofab.orchestrator.fabrication.domain.TrackedAttempt;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.cosmofab.orchestrator.machines.Machine;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "attempt")
class AttemptRow {
    private static final int REASON_LENGTH_MAX = 4000;

    @Id
    UUID id;

    String issuer;
    UUID operation;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "try_number")
    int number;

    String machine;
    String agent;
    String program;

    @Column(name = "program_bytes")
    long bytes;

    String material;
    String lot;
    long fence;

    @Column(name = "assigned_at")
    Instant assignedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    String stage;

    @Nullable
    @Column(name = "refusal_code")
    String refusalCode;

    @Column(length = REASON_LENGTH_MAX)
    String reason;

    int line;

    @Column(name = "line_count")
    int lines;

    @Nullable
    @Column(name = "started_at")
    Instant startedAt;

    @Nullable
    @Column(name = "ended_at")
    Instant endedAt;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "expiry_seen_at")
    Instant expirySeenAt;

    long heard;

    @Nullable
    @Column(name = "machine_seconds")
    Long machineSeconds;

    @Nullable
    Long milligrams;

    @Nullable
    @Column(name = "watt_hours")
    Long wattHours;

    @Nullable
    @Column(name = "energy_metered")
    Boolean energyMetered;

    @Nullable
    @Column(name = "labour_seconds")
    Long labourSeconds;

    boolean due;
    boolean booked;

    /** The operation as long as the attempt is open: unique, so that there is one open attempt of an operation. */
    @Nullable
    @Column(name = "open_operation")
    UUID openOperation;

    /** The machine as long as the attempt is open: unique, so that there is one open attempt on a machine. */
    @Nullable
    @Column(name = "open_machine")
    String openMachine;

    @Version
    @Column(name = "row_version")
    long version;

    static AttemptRow of(TrackedAttempt attempt, String issuer) {
        Assignment assignment = attempt.assignment();
        AttemptRow row = new AttemptRow();
        row.id = assignment.id().value();
        row.issuer = issuer;
        row.operation = assignment.operation().value();
        row.orderId = assignment.order().value();
        row.number = assignment.number();
        row.machine = assignment.machine().value();
        row.agent = assignment.agent().value();
        row.program = assignment.program().value();
        row.bytes = assignment.bytes();
        row.material = assignment.loaded().material().value();
        row.lot = assignment.loaded().lot().value();
        row.fence = assignment.fence();
        row.assignedAt = assignment.assignedAt();
        row.expiresAt = assignment.expiresAt();
        row.take(attempt);
        return row;
    }

    /** Takes over what can change. */
    void take(TrackedAttempt attempt) {
        takeState(attempt.state());
        TrackedAttempt.Course times = attempt.times();
        line = times.line();
        lines = times.lines();
        startedAt = times.startedAt().orElse(null);
        endedAt = times.endedAt().orElse(null);
        closedAt = times.closedAt().orElse(null);
        expirySeenAt = attempt.expirySeenAt().orElse(null);
        heard = attempt.heard();
        machineSeconds = attempt.used().map(Attempt.Used::machineSeconds).orElse(null);
        milligrams = attempt.used().map(Attempt.Used::milligrams).orElse(null);
        wattHours = attempt.used().map(Attempt.Used::wattHours).orElse(null);
        energyMetered = attempt.used().map(Attempt.Used::energyMetered).orElse(null);
        labourSeconds = attempt.used().map(Attempt.Used::labourSeconds).orElse(null);
        due = attempt.due();
        booked = attempt.booked();
        openOperation = attempt.isOpen() ? operation : null;
        openMachine = attempt.isOpen() ? machine : null;
    }

    TrackedAttempt toAttempt() {
        return new TrackedAttempt(
                assignment(),
                state(),
                new TrackedAttempt.Course(
                        line,
                        lines,
                        Optional.ofNullable(startedAt),
                        Optional.ofNullable(endedAt),
                        Optional.ofNullable(closedAt)),
                heard,
                Optional.ofNullable(expirySeenAt),
                used(),
                due,
                booked);
    }

    private Assignment assignment() {
        return new Assignment(
                new AttemptId(id),
                new OperationId(operation),
                new OrderId(orderId),
                number,
                new MachineId(machine),
                new AgentId(agent),
                new ProgramHash(program),
                bytes,
                new Machine.Loaded(new MaterialId(material), new LotId(lot)),
                fence,
                assignedAt,
                expiresAt);
    }

    private void takeState(AttemptState state) {
        stage = state.stage().name();
        refusalCode = null;
        String why = state.reason();
        if (state instanceof AttemptState.Refused refused) {
            refusalCode = refused.code().name();
            why = refused.detail();
        }
        reason = why.substring(0, Math.min(why.length(), REASON_LENGTH_MAX));
    }

    private AttemptState state() {
        switch (Attempt.Stage.valueOf(stage)) {
            case ASSIGNED:
                return new AttemptState.Assigned();
            case ACCEPTED:
                return new AttemptState.Accepted();
            case RUNNING:
                return new AttemptState.Running();
            case DONE:
                return new AttemptState.Done(reason);
            case FAILED:
                return new AttemptState.Failed(reason);
            case CANCELLED:
                return new AttemptState.Cancelled(reason);
            case REFUSED:
                return new AttemptState.Refused(RefusalCode.valueOf(String.valueOf(refusalCode)), reason);
            case EXPIRED:
                return new AttemptState.Expired(reason);
            default:
                return new AttemptState.Uncertain(reason);
        }
    }

    private Optional<Attempt.Used> used() {
        if (machineSeconds == null
                || milligrams == null
                || wattHours == null
                || energyMetered == null
                || labourSeconds == null) {
            return Optional.empty();
        }
        return Optional.of(new Attempt.Used(
                machineSeconds,
                new MaterialId(material),
                new LotId(lot),
                milligrams,
                wattHours,
                energyMetered,
                labourSeconds));
    }
}
