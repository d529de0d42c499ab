package org.cosmofab.agent.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.cosmofab.agent.domain.AttemptId;
import org.cosmofab.agent.domain.MachineId;
import org.cosmofab.agent.domain.Refusal;

/** One thing that a journal keeps; a record of the log holds those that are true together or not at all. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Fenced.class, name = "fenced"),
    @JsonSubTypes.Type(value = Entry.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Entry.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Entry.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = Entry.Cleared.class, name = "cleared"),
    @JsonSubTypes.Type(value = Entry.Uncleared.class, name = "uncleared"),
    @JsonSubTypes.Type(value = Entry.Safety.class, name = "safety"),
    @JsonSubTypes.Type(value = Entry.Recalled.class, name = "recalled"),
    @JsonSubTypes.Type(value = Entry.Told.class, name = "told"),
    @JsonSubTypes.Type(value = Entry.Acknowledged.class, name = "acknowledged"),
    @JsonSubTypes.Type(value = Entry.Superseded.class, name = "superseded"),
    @JsonSubTypes.Type(value = Entry.Numbered.class, name = "numbered")
})
sealed interface Entry {

    /** The highest fence seen for a machine. */
    record Fenced(MachineId machine, long fence) implements Entry {}

    /** Workshop time. */
    record Accepted(AttemptId attempt, MachineId machine, long fence, String programHash, int lines, Instant at)
            implements Entry {}

    record Refused(AttemptId attempt, MachineId machine, long fence, String programHash, Refusal code, String detail)
            implements Entry {}

    /** Written before the first byte goes to the machine; workshop time. */
    record Started(AttemptId attempt, Instant at) implements Entry {}

    record Ended(AttemptId attempt) implements Entry {}

    record Cleared(MachineId machine) implements Entry {}

    /** Real time. */
    record Uncleared(MachineId machine, Instant at) implements Entry {}

    /** Whether the machine is known to be at rest, or must be stopped before it is offered again. */
    record Safety(MachineId machine, boolean safe) implements Entry {}

    /** Cancelled before its assignment came. */
    record Recalled(AttemptId attempt, String by) implements Entry {}

    /** An event, as it goes over the wire. */
    record Told(long sequence, String message) implements Entry {}

    record Acknowledged(long upTo) implements Entry {}

    /** An event that was never handed to anybody, and of which a later one tells more. */
    record Superseded(long sequence) implements Entry {}

    /** The last sequence that was given out; only in a rewritten journal. */
    record Numbered(long sequence) implements Entry {}
}
