package org.cosmofab.orchestrator.fabrication.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.cosmofab.orchestrator.fabrication.domain.Command;
import org.cosmofab.orchestrator.kernel.AgentId;
import org.cosmofab.orchestrator.kernel.AttemptId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.ProgramHash;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "outbox")
class CommandRow {
    /** What a command asks, as stored. */
    enum Kind {
        ASSIGN,
        CANCEL,
        PAUSE,
        RESUME,
        CLEAR,
        STOP
    }

    @Id
    UUID id;

    String issuer;
    String agent;
    String kind;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Nullable
    UUID attempt;

    @Nullable
    String machine;

    @Nullable
    @Column(name = "asked_by")
    String by;

    long fence;

    @Nullable
    String program;

    @Column(name = "program_bytes")
    long bytes;

    static CommandRow of(Command command, String issuer) {
        CommandRow row = new CommandRow();
        row.id = command.id();
        row.issuer = issuer;
        row.agent = command.agent().value();
        row.expiresAt = command.expiresAt();
        row.take(command.what());
        return row;
    }

    private void take(Command.What what) {
        if (what instanceof Command.Assign assign) {
            kind = Kind.ASSIGN.name();
            attempt = assign.attempt().value();
            machine = assign.machine().value();
            fence = assign.fence();
            program = assign.program().value();
            bytes = assign.bytes();
        } else if (what instanceof Command.Cancel cancel) {
            aboutAttempt(Kind.CANCEL, cancel.attempt());
            by = cancel.by();
        } else if (what instanceof Command.Pause pause) {
            aboutAttempt(Kind.PAUSE, pause.attempt());
        } else if (what instanceof Command.Resume resume) {
            aboutAttempt(Kind.RESUME, resume.attempt());
        } else if (what instanceof Command.Clear clear) {
            aboutMachine(Kind.CLEAR, clear.machine(), clear.by());
        } else if (what instanceof Command.Stop stop) {
            aboutMachine(Kind.STOP, stop.machine(), stop.by());
        }
    }

    private void aboutAttempt(Kind of, AttemptId about) {
        kind = of.name();
        attempt = about.value();
    }

    private void aboutMachine(Kind of, MachineId about, String person) {
        kind = of.name();
        machine = about.value();
        by = person;
    }

    Command toCommand() {
        return new Command(id, new AgentId(agent), expiresAt, what());
    }

    private Command.What what() {
        switch (Kind.valueOf(kind)) {
            case ASSIGN:
                return new Command.Assign(aboutAttempt(), fence, aboutMachine(), aboutProgram(), bytes);
            case CANCEL:
                return new Command.Cancel(aboutAttempt(), String.valueOf(by));
            case PAUSE:
                return new Command.Pause(aboutAttempt());
            case RESUME:
                return new Command.Resume(aboutAttempt());
            case CLEAR:
                return new Command.Clear(aboutMachine(), String.valueOf(by));
            default:
                return new Command.Stop(aboutMachine(), String.valueOf(by));
        }
    }

    private AttemptId aboutAttempt() {
        return new AttemptId(java.util.Objects.requireNonNull(attempt));
    }

    private MachineId aboutMachine() {
        return new MachineId(java.util.Objects.requireNonNull(machine));
    }

    private ProgramHash aboutProgram() {
        return new ProgramHash(java.util.Objects.requireNonNull(program));
    }
}
